package huisheng.http;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates gzip (RFC 1952), also of several members, no more at a time than asked for. One thread at a time. */
final class Gunzip {
    private static final int CHUNK = 64 << 10;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final byte[] MAGIC = {0x1f, (byte) 0x8b, 8};

    private enum Step {
        HEADER,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        CHECK,
        DATA,
        TRAILER
    }

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private byte[] in = {};
    private int position;
    private Step step = Step.HEADER;
    private int count;
    private int flags;
    private int extra;
    private long size;
    private long trailer;
    private boolean ended;

    /** Gives more; only after {@link #next} has returned null. */
    void feed(byte[] zipped) {
        in = zipped;
        position = 0;
    }

    /** The next bytes, null where more must be fed. @throws ProblemException where this is no gzip */
    byte @Nullable [] next() {
        while (true) {
            if (step == Step.DATA) {
                byte[] inflated = inflate();
                if (inflated == null || inflated.length > 0) return inflated;
            } else if (position == in.length) {
                return null;
            } else {
                take(in[position++]);
            }
        }
    }

    private byte @Nullable [] inflate() {
        if (inflater.needsInput()) {
            if (position == in.length) return null;
            inflater.setInput(in, position, in.length - position);
            position = in.length;
        }
        byte[] out = new byte[CHUNK];
        int n = inflateInto(out);
        crc.update(out, 0, n);
        size += n;
        if (inflater.finished()) {
            position = in.length - inflater.getRemaining();
            begin(Step.TRAILER);
        }
        return n == out.length ? out : Arrays.copyOf(out, n);
    }

    private int inflateInto(byte[] out) {
        try {
            int n = inflater.inflate(out);
            if (inflater.needsDictionary()) throw broken("unexpected");
            return n;
        } catch (DataFormatException e) {
            throw broken("unexpected");
        }
    }

    private void begin(Step next) {
        step = next;
        count = 0;
    }

    /** A byte outside of the deflated data. */
    private void take(byte b) {
        int unsigned = b & 0xff;
        switch (step) {
            case HEADER -> header(b);
            case EXTRA_LENGTH -> {
                extra |= unsigned << (8 * count);
                if (++count == 2) begin(extra == 0 ? after(Step.EXTRA) : Step.EXTRA);
            }
            case EXTRA -> {
                if (++count == extra) begin(after(Step.EXTRA));
            }
            case NAME, COMMENT -> {
                if (b == 0) begin(after(step));
            }
            case CHECK -> {
                if (++count == 2) begin(Step.DATA);
            }
            default -> {
                trailer |= (long) unsigned << (8 * count);
                if (++count == 8) endMember();
            }
        }
    }

    private void header(byte b) {
        if (count < MAGIC.length && b != MAGIC[count]) throw broken("unexpected");
        if (count == MAGIC.length) flags = b;
        ended = false;
        extra = 0;
        if (++count == 10) begin(after(Step.HEADER));
    }

    /** The next part of a header that its flags announce. */
    private Step after(Step part) {
        if (part.compareTo(Step.EXTRA_LENGTH) < 0 && (flags & EXTRA) != 0) return Step.EXTRA_LENGTH;
        if (part.compareTo(Step.NAME) < 0 && (flags & NAME) != 0) return Step.NAME;
        if (part.compareTo(Step.COMMENT) < 0 && (flags & COMMENT) != 0) return Step.COMMENT;
        return (flags & HEADER_CHECK) != 0 ? Step.CHECK : Step.DATA;
    }

    private void endMember() {
        boolean whole = (trailer & 0xffffffffL) == crc.getValue() && trailer >>> 32 == (size & 0xffffffffL);
        if (!whole) throw broken("unexpected");
        ended = true;
        trailer = 0;
        size = 0;
        crc.reset();
        inflater.reset();
        begin(Step.HEADER);
    }

    /** @throws ProblemException where the last member is cut short */
    void finish() {
        if (!ended) throw broken("truncated");
    }

    void close() {
        inflater.end();
    }

    private static ProblemException broken(String why) {
        return ProblemException.of(ProblemType.MALFORMED_GZIP, Phrase.of(why));
    }
}
