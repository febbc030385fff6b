package huisheng.http;

import org.jspecify.annotations.Nullable;

/** Cuts a body into items as its bytes arrive. One thread at a time. */
interface Frames {
    /** Gives the next bytes; only after {@link #next} has returned null. */
    void feed(byte[] chunk);

    /** Tells that no bytes follow. */
    void finish();

    /**
     * The next item, or null where more bytes are needed or, after {@link #finish}, where there is none.
     *
     * @throws ProblemException where the body as a whole is broken here
     */
    @Nullable
    Frame next();

    /** Cuts nothing: the bytes are only to be seen. */
    Frames NONE = new Frames() {
        @Override
        public void feed(byte[] chunk) {}

        @Override
        public void finish() {}

        @Override
        public @Nullable Frame next() {
            return null;
        }
    };

    static Frames lines(IntakeLimits limits) {
        return new LineFrames(limits);
    }

    static Frames json(IntakeLimits limits) {
        return new JsonFrames(limits);
    }
}
