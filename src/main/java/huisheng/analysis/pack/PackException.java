package huisheng.analysis.pack;

import java.nio.file.Path;

/** A pack or lexicon that cannot be used; the message names the file, the item and the reason. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String item;
    private final String reason;

    PackException(Path file, String item, String reason) {
        super(file.getFileName() + ": " + item + ": " + reason);
        this.item = item;
        this.reason = reason;
    }

    /** {@code line 3, column 5}, {@code aspect taste} or a field's name. */
    public String item() {
        return item;
    }

    /** Without file and item. */
    public String reason() {
        return reason;
    }
}
