package huisheng.analysis;

/** Leads from offsets of the normalised text to offsets of the masked original. */
public interface OffsetMap {
    OffsetMap IDENTITY = new OffsetMap() {
        @Override
        public int start(int normalised) {
            return normalised;
        }

        @Override
        public int end(int normalised) {
            return normalised;
        }
    };

    /** Where the original of the character at this offset starts. */
    int start(int normalised);

    /** Where the original of the character before this offset ends. */
    int end(int normalised);
}
