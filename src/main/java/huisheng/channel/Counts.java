package huisheng.channel;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts as people read them: 1,234, 1.2万, 3w, 999+. */
final class Counts {
    private static final Pattern COUNT = Pattern.compile("(-?[0-9]{1,12}(?:\\.[0-9]{1,6})?)([万亿千wk]?)\\+?");

    private Counts() {}

    /** Null where the value is no count. */
    static @Nullable Long read(String value) {
        Matcher count = COUNT.matcher(value.replace(",", "").strip().toLowerCase(Locale.ROOT));
        if (!count.matches()) return null;
        long unit = switch (count.group(2)) {
            case "万", "w" -> 10_000L;
            case "亿" -> 100_000_000L;
            case "千", "k" -> 1_000L;
            default -> 1L;
        };
        return new BigDecimal(count.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
    }
}
