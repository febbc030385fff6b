package huisheng.http;

import java.security.MessageDigest;
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

    /** Inflated. */
    final class Gzip implements BodySource {
        private final Gunzip gunzip = new Gunzip();

        @Override
        public void feed(byte[] bytes) {
            gunzip.feed(bytes);
        }

        @Override
        public byte @Nullable [] next() {
            return gunzip.next();
        }

        @Override
        public void finish() {
            gunzip.finish();
        }

        @Override
        public void close() {
            gunzip.close();
        }
    }

    /** Another one, whose bytes go through a digest. */
    final class Watched implements BodySource {
        private final BodySource source;
        private final MessageDigest digest;

        Watched(BodySource source, MessageDigest digest) {
            this.source = source;
            this.digest = digest;
        }

        @Override
        public void feed(byte[] received) {
            source.feed(received);
        }

        @Override
        public byte @Nullable [] next() {
            byte[] bytes = source.next();
            if (bytes != null) digest.update(bytes);
            return bytes;
        }

        @Override
        public void finish() {
            source.finish();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
