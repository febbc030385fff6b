package huisheng.http;

import org.jspecify.annotations.Nullable;

/** The bytes of one item of a body, not yet read as JSON. */
final class Frame {
    private final byte @Nullable [] bytes;
    private final @Nullable Integer line;

    Frame(byte @Nullable [] bytes, @Nullable Integer line) {
        this.bytes = bytes;
        this.line = line;
    }

    /** Null where they pass the bound of an item and were let go; to be read, not changed. */
    byte @Nullable [] bytes() {
        return bytes;
    }

    /** Of an NDJSON body, from 1; null for JSON. */
    @Nullable
    Integer line() {
        return line;
    }
}
