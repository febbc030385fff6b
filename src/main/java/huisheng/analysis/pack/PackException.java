package huisheng.analysis.pack;

import java.nio.file.Path;

/** A pack or lexicon that cannot be used; the message names the file, the item and the reason. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PackException(Path file, String item, String reason) {
        super(file.getFileName() + ": " + item + ": " + reason);
    }
}
