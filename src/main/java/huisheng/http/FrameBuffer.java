package huisheng.http;

import java.util.Arrays;

/** Gathers the bytes of one item up to a bound; what comes beyond it is let go. */
final class FrameBuffer {
    private final int limit;
    private byte[] bytes = new byte[1_024];
    private int length;
    private boolean overflown;

    FrameBuffer(int limit) {
        this.limit = limit;
    }

    void append(byte b) {
        if (overflown || !room(1)) return;
        bytes[length++] = b;
    }

    void append(byte[] source, int from, int to) {
        if (overflown || !room(to - from)) return;
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    private boolean room(int more) {
        if (length + more > limit) {
            overflown = true;
            bytes = new byte[0];
            return false;
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(length + more, bytes.length * 2)));
        }
        return true;
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean isBlank() {
        if (overflown) return false;
        for (int i = 0; i < length; i++) {
            if (!isSpace(bytes[i])) return false;
        }
        return true;
    }

    /** What was gathered, null where it passed the bound; then starts anew. */
    byte @org.jspecify.annotations.Nullable [] take() {
        byte[] taken = overflown ? null : Arrays.copyOf(bytes, length);
        if (overflown) bytes = new byte[1_024];
        overflown = false;
        length = 0;
        return taken;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
