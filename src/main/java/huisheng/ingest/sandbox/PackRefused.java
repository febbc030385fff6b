package huisheng.ingest.sandbox;

import huisheng.analysis.pack.PackException;
import huisheng.review.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pack that cannot be used, with the place in its text. */
public final class PackRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Pattern LINE = Pattern.compile("line (\\d+)(?:, column (\\d+))?");
    private static final Pattern ASPECT = Pattern.compile("aspect ([a-z0-9-]+)");

    private final String item;
    private final Fault reason;
    private final @Nullable Integer line;
    private final @Nullable Integer column;

    private PackRefused(String item, @Nullable Integer line, @Nullable Integer column, Fault reason) {
        super(reason.getMessage());
        this.reason = reason;
        this.item = item;
        this.line = line;
        this.column = column;
    }

    static PackRefused of(PackException fault, String yaml) {
        Matcher told = LINE.matcher(fault.item());
        if (told.matches()) {
            Integer column = told.group(2) == null ? null : Integer.valueOf(told.group(2));
            return new PackRefused(fault.item(), Integer.valueOf(told.group(1)), column, fault.reason());
        }
        return new PackRefused(fault.item(), line(fault.item(), yaml), null, fault.reason());
    }

    /** Where the aspect or field begins; null where the text does not name it. */
    private static @Nullable Integer line(String item, String yaml) {
        Matcher aspect = ASPECT.matcher(item);
        String key = aspect.matches() ? "id:\\s*" + aspect.group(1) + "\\b" : Pattern.quote(item) + ":";
        Matcher found = Pattern.compile("(?m)^[ \\t{-]*" + key).matcher(yaml);
        if (!found.find()) return null;
        return 1
                + (int) yaml.substring(0, found.end())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** {@code line 3, column 5}, {@code aspect taste} or a field's name. */
    public String item() {
        return item;
    }

    /** From 1. */
    public @Nullable Integer line() {
        return line;
    }

    /** From 1. */
    public @Nullable Integer column() {
        return column;
    }

    public Fault reason() {
        return reason;
    }
}
