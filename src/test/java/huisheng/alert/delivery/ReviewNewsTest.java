package huisheng.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.Scope;
import huisheng.store.Arrival;
import huisheng.store.NewEvent;
import huisheng.store.ReviewTelling;
import huisheng.store.StoredTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewNewsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(2_000));

    private final ReviewNews news = new ReviewNews(Clock.fixed(NOW, ZoneOffset.UTC));

    private static StoredTarget target(Instant created, @Nullable Filter filter) {
        return new StoredTarget(
                3,
                "crm",
                "webhook",
                "",
                "",
                "zh",
                List.of(ReviewTelling.EVENT),
                null,
                filter,
                Scope.ALL,
                true,
                created,
                created,
                "admin",
                0);
    }

    private List<String> told(StoredTarget target, Instant arrived) {
        return news.of(List.of(target), List.of(new Arrival(ReviewMatchTest.REVIEW, arrived))).stream()
                .map(NewEvent::key)
                .toList();
    }

    @Test
    void of_reviewThatArrivedAfterTheTarget_isToldOnceAVersion() {
        StoredTarget target = target(NOW.minusSeconds(10), null);
        assertThat(told(target, NOW.minusSeconds(10))).containsExactly("review:1:1:3");
        assertThat(told(target, NOW.minusSeconds(11))).isEmpty();
    }

    @Test
    void of_filterThatDoesNotAdmit_isNotTold() {
        Filter words = new Filter(null, Map.of(), "快递", Noise.EXCLUDE);
        assertThat(told(target(LONG_AGO, words), NOW)).isEmpty();
    }

    /** It may have been told, and that be forgotten by now: who analyses all anew would tell all again. */
    @Test
    void of_oldReviewAnalysedAnew_isNotToldAgain() {
        StoredTarget target = target(LONG_AGO, null);
        Instant oldest = NOW.minus(ReviewTelling.NEWS);
        assertThat(told(target, oldest)).hasSize(1);
        assertThat(told(target, oldest.minusMillis(1))).isEmpty();
        assertThat(told(target, NOW.minus(Duration.ofDays(400)))).isEmpty();
    }
}
