package huisheng.alert.delivery;

import org.jspecify.annotations.Nullable;

/** An address that cannot be opened: the key of the data folder is another than the one it was sealed under. */
final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    VaultException(@Nullable Throwable cause) {
        super("an address was sealed under another key", cause);
    }
}
