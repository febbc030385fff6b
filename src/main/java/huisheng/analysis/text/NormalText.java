package huisheng.analysis.text;

import huisheng.analysis.OffsetMap;
import java.util.Arrays;

/** A normalised text and the way back to its original. */
public record NormalText(String text, OffsetMap offsets) {
    /** Collects normalised characters, each with the stretch of the original that it stands for. */
    static final class Builder {
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int capacity) {
            text = new StringBuilder(capacity);
            starts = new int[capacity + 8];
            ends = new int[capacity + 8];
        }

        void add(char c, int start, int end) {
            int at = text.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, at * 2);
                ends = Arrays.copyOf(ends, at * 2);
            }
            starts[at] = start;
            ends[at] = end;
            text.append(c);
        }

        /** 0 where nothing was added yet. */
        char last() {
            return text.isEmpty() ? 0 : text.charAt(text.length() - 1);
        }

        /** Turns the last character, a blank, into a line end that reaches further. */
        void widenLast(char c, int end) {
            int last = text.length() - 1;
            text.setCharAt(last, c);
            ends[last] = end;
        }

        NormalText build(int originalLength) {
            int length = text.length();
            if (length > 0 && isBlank(last())) text.setLength(--length);
            return new NormalText(
                    text.toString(),
                    new Arrayed(Arrays.copyOf(starts, length), Arrays.copyOf(ends, length), originalLength));
        }
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }

    private static final class Arrayed implements OffsetMap {
        private final int[] starts;
        private final int[] ends;
        private final int originalLength;

        Arrayed(int[] starts, int[] ends, int originalLength) {
            this.starts = starts;
            this.ends = ends;
            this.originalLength = originalLength;
        }

        @Override
        public int start(int normalised) {
            return normalised < starts.length ? starts[normalised] : originalLength;
        }

        @Override
        public int end(int normalised) {
            return normalised == 0 ? 0 : ends[normalised - 1];
        }
    }
}
