package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/** Rows with a sign that the sentiment model has not seen: what corrects it may learn only from these. */
final class HeldOut {
    static final int FOLDS = 20;
    static final int FOLD = 0;

    private HeldOut() {}

    /** Of rows labelled by stars every twentieth; as {@link SentimentTrainer} counts them. */
    static List<JsonNode> of(Corpus corpus) {
        List<JsonNode> signed = corpus.rows().stream()
                .filter(row -> SentimentTrainer.sign(row) != null)
                .toList();
        return IntStream.range(0, signed.size())
                .filter(i -> i % FOLDS == FOLD)
                .mapToObj(signed::get)
                .toList();
    }
}
