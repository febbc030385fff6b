package huisheng.analysis.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Ascending keys as their number and the distance of each from the one before it, seven bits a byte, the low ones first. */
final class KeyFile {
    private static final int MORE = 0x80;
    private static final int LOW = 0x7F;
    private static final int BITS = 7;
    /** No distance between two integers needs more bytes. */
    private static final int MOST_BITS = 35;
    /** More keys than any model here has, and no more memory than a damaged file may ask for. */
    private static final int MOST = 1 << 24;

    private KeyFile() {}

    /** @throws IllegalArgumentException where the keys do not ascend */
    static void write(int[] keys, DataOutputStream out) throws IOException {
        out.writeInt(keys.length);
        long before = Integer.MIN_VALUE - 1L;
        for (int key : keys) {
            long distance = key - before;
            if (distance <= 0) throw new IllegalArgumentException("keys must ascend");
            before = key;
            while (distance > LOW) {
                out.writeByte((int) (distance & LOW) | MORE);
                distance >>>= BITS;
            }
            out.writeByte((int) distance);
        }
    }

    static int[] read(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) throw new IOException("damaged: " + count + " keys");
        int[] keys = new int[count];
        long before = Integer.MIN_VALUE - 1L;
        for (int k = 0; k < count; k++) {
            before += distance(in);
            if (before > Integer.MAX_VALUE) throw new IOException("damaged: keys leave their range");
            keys[k] = (int) before;
        }
        return keys;
    }

    private static long distance(DataInputStream in) throws IOException {
        long distance = 0;
        for (int shift = 0; shift < MOST_BITS; shift += BITS) {
            int read = in.readUnsignedByte();
            distance |= (long) (read & LOW) << shift;
            if (read < MORE && distance > 0) return distance;
        }
        throw new IOException("damaged: a distance between keys is none");
    }
}
