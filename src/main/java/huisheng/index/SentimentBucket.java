package huisheng.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reviews of one group in one period.
 *
 * @param group value of the dimension; null where nothing was grouped, {@code ""} for reviews without a value
 * @param evidence ids of a few of its reviews, newest first
 */
public record SentimentBucket(
        @Nullable String group,
        Instant start,
        long positive,
        long negative,
        long neutral,
        long mixed,
        long unscored,
        List<Long> evidence) {
    public long n() {
        return positive + negative + neutral + mixed + unscored;
    }
}
