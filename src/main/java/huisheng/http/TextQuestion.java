package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A text to analyse and forget.
 *
 * @param rating 1 to 5
 * @param initial the first review where {@code text} is its follow-up
 */
public record TextQuestion(
        @Nullable String id,
        String text,
        @Nullable Integer rating,
        @Nullable String initial,
        @Nullable String product) {
    static final int MAX_TEXT = 20_000;

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public TextQuestion {
        if (text == null || text.isBlank()) throw ProblemException.value("/text", "missing");
        Values.check("/text", text, MAX_TEXT);
        Values.check("/id", id, MAX_TEXT);
        Values.check("/initial", initial, MAX_TEXT);
        Values.check("/product", product, MAX_TEXT);
        if (rating != null && (rating < 1 || rating > 5)) throw ProblemException.value("/rating", "integer", 1, 5);
    }
}
