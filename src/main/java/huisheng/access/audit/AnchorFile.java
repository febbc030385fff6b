package huisheng.access.audit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the audit log was written, in a file: who has the database alone can neither cut the log off before there nor
 * begin it anew. Every method blocks.
 */
public final class AnchorFile {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorFile.class);
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})");

    private final Path file;

    public AnchorFile(Path folder) {
        this.file = folder.resolve("audit.anchor");
    }

    /**
     * The place last kept; the start where none was. Where the file says something else, a place that the log is never
     * found to hold: whoever spoils it has the log neither taken as new nor the service stopped.
     */
    public AuditVerdict.Place read() throws IOException {
        if (!Files.exists(file)) return AuditVerdict.Place.START;
        Matcher line =
                LINE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        if (line.matches()) return new AuditVerdict.Place(Long.parseLong(line.group(1)), line.group(2));
        LOG.error("{} does not hold a place of the audit log: somebody has changed or emptied it", file);
        return AuditVerdict.Place.UNREADABLE;
    }

    /** Whole or not at all, on the disk before the old one goes. What cannot be read stays, to be looked into. */
    public void write(AuditVerdict.Place place) throws IOException {
        if (place.equals(AuditVerdict.Place.START) || place.equals(AuditVerdict.Place.UNREADABLE)) return;
        Path fresh = file.resolveSibling("audit.anchor.new");
        ByteBuffer line = StandardCharsets.ISO_8859_1.encode(place.id() + " " + place.hash() + "\n");
        try (FileChannel channel = FileChannel.open(fresh, CREATE, TRUNCATE_EXISTING, WRITE)) {
            while (line.hasRemaining()) {
                int unused = channel.write(line);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
