package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;

/**
 * Puts a review into groups. By aspect, what counts is the sign of the opinions on that aspect, not the review's stance:
 * a review that loves the taste and hates the bottle is positive there and negative here.
 */
sealed interface Grouping {
    int LABELS = SentimentLabel.values().length;

    /** Where a label is counted within its group; never stored, so that the order of the labels may change. */
    @SuppressWarnings("EnumOrdinal")
    static int column(SentimentLabel label) {
        return label.ordinal();
    }

    /** Prepares a segment. */
    Assign enter(LeafReaderContext segment) throws IOException;

    /** Writes {@code group * LABELS + label} for each group of the document, and says how many there are. */
    @FunctionalInterface
    interface Assign {
        int cells(int doc, int stance, int[] into) throws IOException;
    }

    /** @param groups values; the empty one stands for reviews without a value */
    static Grouping of(Dimension by, List<String> groups) {
        return by == Dimension.ASPECT ? new ByAspect(groups) : new ByValue(Fields.counting(by), groups);
    }

    /** Everything in one group. */
    record Whole() implements Grouping {
        @Override
        public Assign enter(LeafReaderContext segment) {
            return (doc, stance, into) -> {
                into[0] = stance;
                return 1;
            };
        }
    }

    record ByValue(String field, List<String> groups) implements Grouping {
        @Override
        public Assign enter(LeafReaderContext segment) throws IOException {
            SortedSetDocValues values = SegmentValues.values(segment, field);
            int[] groupOf = new int[Math.toIntExact(values.getValueCount())];
            Arrays.fill(groupOf, -1);
            for (int group = 0; group < groups.size(); group++) {
                mark(values, groups.get(group), groupOf, group);
            }
            int none = groups.indexOf("");
            SegmentValues.Ordinals ordinals = SegmentValues.ordinals(values);
            int[] read = new int[SegmentValues.Ordinals.MOST];
            return (doc, stance, into) -> {
                int n = ordinals.read(doc, read);
                int cells = 0;
                for (int i = 0; i < n; i++) {
                    int group = groupOf[read[i]];
                    if (group >= 0) into[cells++] = group * LABELS + stance;
                }
                if (n == 0 && none >= 0) into[cells++] = none * LABELS + stance;
                return cells;
            };
        }
    }

    /** Every value in a group of its own: 0 for reviews without one, then those of the vocabulary in order. */
    record ByVocabulary(Vocabulary vocabulary, String field) implements Grouping {
        @Override
        public Assign enter(LeafReaderContext segment) throws IOException {
            SegmentValues.Ordinals ordinals = SegmentValues.ordinals(SegmentValues.values(segment, field));
            LongValues numbers = vocabulary.ofSegment(segment);
            int[] read = new int[SegmentValues.Ordinals.MOST];
            return (doc, stance, into) -> {
                int n = ordinals.read(doc, read);
                for (int i = 0; i < n; i++) into[i] = (1 + (int) numbers.get(read[i])) * LABELS + stance;
                if (n > 0) return n;
                into[0] = stance;
                return 1;
            };
        }
    }

    record ByAspect(List<String> groups) implements Grouping {
        @Override
        public Assign enter(LeafReaderContext segment) throws IOException {
            SortedSetDocValues values = SegmentValues.values(segment, Dimension.ASPECT_POLARITY.key());
            int[] codeOf = new int[Math.toIntExact(values.getValueCount())];
            Arrays.fill(codeOf, -1);
            for (int group = 0; group < groups.size(); group++) {
                for (Polarity polarity : Polarity.values()) {
                    int label = column(SentimentLabel.valueOf(polarity.name()));
                    mark(values, groups.get(group) + ":" + polarity.label(), codeOf, group * LABELS + label);
                }
            }
            int none = groups.indexOf("");
            SegmentValues.Ordinals ordinals = SegmentValues.ordinals(values);
            int[] read = new int[SegmentValues.Ordinals.MOST];
            return (doc, stance, into) -> {
                int n = ordinals.read(doc, read);
                int cells = 0;
                for (int i = 0; i < n; i++) {
                    if (codeOf[read[i]] >= 0) cells = addOrMix(into, cells, codeOf[read[i]]);
                }
                if (n == 0 && none >= 0) into[cells++] = none * LABELS + stance;
                return cells;
            };
        }

        /** Values come sorted, so the opinions on one aspect follow each other. */
        private static int addOrMix(int[] into, int cells, int code) {
            if (cells == 0 || into[cells - 1] / LABELS != code / LABELS) {
                into[cells] = code;
                return cells + 1;
            }
            into[cells - 1] = mix(into[cells - 1], code);
            return cells;
        }

        /** Neutral gives way to a sign; two signs are mixed. */
        private static int mix(int one, int other) {
            int neutral = column(SentimentLabel.NEUTRAL);
            if (one % LABELS == neutral) return other;
            if (other % LABELS == neutral) return one;
            return one / LABELS * LABELS + column(SentimentLabel.MIXED);
        }
    }

    private static void mark(SortedSetDocValues values, String value, int[] into, int code) throws IOException {
        if (value.isEmpty()) return;
        long ordinal = values.lookupTerm(new BytesRef(value));
        if (ordinal >= 0) into[(int) ordinal] = code;
    }
}
