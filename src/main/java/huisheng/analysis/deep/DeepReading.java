package huisheng.analysis.deep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What CoreNLP's models say of a text.
 *
 * @param language {@code en} or {@code zh}
 * @param sentiment for comparison with the analysis' own; null for Chinese, which CoreNLP has no such model of
 */
public record DeepReading(
        String language, List<Name> names, @Nullable Tone sentiment) {
    public DeepReading {
        names = List.copyOf(names);
    }

    /**
     * A name with its UTF-16 offsets into the masked text.
     *
     * @param type {@code person}, {@code organization} or {@code location}
     */
    public record Name(String type, String text, int start, int end) {}

    /**
     * The mean over the sentences.
     *
     * @param label {@code positive}, {@code negative} or {@code neutral}
     * @param score -1 to 1
     */
    public record Tone(String label, double score, int sentences) {}
}
