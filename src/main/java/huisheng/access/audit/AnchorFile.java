package huisheng.access.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the audit log was written, in a file: who has the database alone can neither cut the log off before there nor
 * begin it anew. Every method blocks.
 */
public final class AnchorFile {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})");

    private final Path file;

    public AnchorFile(Path folder) {
        this.file = folder.resolve("audit.anchor");
    }

    /** The place last kept; the start where none was. @throws IOException where the file says something else */
    public AuditVerdict.Place read() throws IOException {
        if (!Files.exists(file)) return AuditVerdict.Place.START;
        Matcher line = LINE.matcher(Files.readString(file).strip());
        if (!line.matches()) throw new IOException(file + " does not hold a place of the audit log");
        return new AuditVerdict.Place(Long.parseLong(line.group(1)), line.group(2));
    }

    /** Whole or not at all. */
    public void write(AuditVerdict.Place place) throws IOException {
        if (place.equals(AuditVerdict.Place.START)) return;
        Path fresh = file.resolveSibling("audit.anchor.new");
        Files.writeString(fresh, place.id() + " " + place.hash() + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
