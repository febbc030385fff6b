package huisheng.analysis.pack;

import huisheng.review.Fault;
import java.nio.file.Path;

/** A pack or lexicon that cannot be used; the message names the file, the item and the reason. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String item;
    private final Fault reason;

    PackException(Path file, String item, String chinese, String english) {
        super(file.getFileName() + ": " + item + ": " + chinese + "; " + english);
        this.item = item;
        this.reason = new Fault(chinese, english);
    }

    /** {@code line 3, column 5}, {@code aspect taste} or a field's name. */
    public String item() {
        return item;
    }

    /** Without file and item, in either language. */
    public Fault reason() {
        return reason;
    }
}
