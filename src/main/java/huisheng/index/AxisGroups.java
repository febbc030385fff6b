package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** The groups of one axis of a tally: how a review gets into them, how many there are, and what they are called. */
record AxisGroups(Grouping grouping, int size, @Nullable Vocabulary vocabulary, List<String> named) {
    static AxisGroups of(Vocabulary.Cache vocabularies, IndexReader reader, Tally.Axis axis) throws IOException {
        Dimension dimension = axis.dimension();
        if (!axis.values().isEmpty()) return named(dimension, axis.values());
        Vocabulary all = vocabularies.of(reader, Fields.counting(dimension));
        if (all.size() > Tally.Axis.MAX_VALUES) {
            throw new Fault(
                    dimension.key() + " 有 " + all.size() + " 个不同的值，超过了 " + Tally.Axis.MAX_VALUES,
                    dimension.key() + " has " + all.size() + " values, more than " + Tally.Axis.MAX_VALUES);
        }
        if (dimension != Dimension.ASPECT) {
            return new AxisGroups(new Grouping.ByVocabulary(all, dimension.key()), all.size() + 1, all, List.of());
        }
        List<String> aspects = new ArrayList<>(List.of(""));
        for (int i = 0; i < all.size(); i++) aspects.add(all.value(i));
        return named(dimension, aspects);
    }

    private static AxisGroups named(Dimension dimension, List<String> values) {
        return new AxisGroups(Grouping.of(dimension, values), values.size(), null, values);
    }

    String value(int group) throws IOException {
        if (vocabulary == null) return named.get(group);
        return group == 0 ? "" : vocabulary.value(group - 1);
    }
}
