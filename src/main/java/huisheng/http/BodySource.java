package huisheng.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import org.jspecify.annotations.Nullable;

/** The bytes of a body as they are meant, plain or out of gzip. One thread at a time. */
sealed interface BodySource {
    /** Gives what came from the network; only after {@link #next} has returned null. */
    void feed(byte[] received);

    /** The next bytes, null where more must be received. */
    byte @Nullable [] next();

    /** Tells that nothing more will be received. @throws ProblemException where something is missing */
    void finish();

    void close();

    static BodySource plain() {
        return new Plain();
    }

    static BodySource gzip() {
        return new Gzip();
    }

    /** As received. */
    final class Plain implements BodySource {
        private byte @Nullable [] received;

        @Override
        public void feed(byte[] bytes) {
            received = bytes;
        }

        @Override
        public byte @Nullable [] next() {
            byte[] bytes = received;
            received = null;
            return bytes;
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }

    /** Inflated, a little at a time: deflate grows at most 1,032-fold, so a slice of input bounds what it can become. */
    final class Gzip implements BodySource {
        private static final int SLICE = 1_024;

        private final JdkZlibDecoder decoder = new JdkZlibDecoder(ZlibWrapper.GZIP, true, 0);
        private final EmbeddedChannel channel = new EmbeddedChannel(decoder);
        private byte[] received = {};
        private int position;

        @Override
        public void feed(byte[] bytes) {
            received = bytes;
            position = 0;
        }

        @Override
        public byte @Nullable [] next() {
            while (true) {
                ByteBuf inflated = channel.readInbound();
                if (inflated != null) return bytes(inflated);
                if (position == received.length) return null;
                int length = Math.min(SLICE, received.length - position);
                inflate(Unpooled.wrappedBuffer(received, position, length));
                position += length;
            }
        }

        private void inflate(ByteBuf slice) {
            try {
                boolean unused = channel.writeInbound(slice);
            } catch (DecompressionException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw broken("unexpected");
            }
        }

        private static byte[] bytes(ByteBuf inflated) {
            try {
                return ByteBufUtil.getBytes(inflated);
            } finally {
                inflated.release();
            }
        }

        @Override
        public void finish() {
            if (!decoder.isClosed()) throw broken("truncated");
        }

        @Override
        public void close() {
            try {
                boolean unused = channel.finishAndReleaseAll();
            } catch (DecompressionException e) {
                // the refusal has been told; here only the inflater's memory is given back
            }
        }

        private static ProblemException broken(String why) {
            return ProblemException.of(ProblemType.MALFORMED_GZIP, Phrase.of(why));
        }
    }
}
