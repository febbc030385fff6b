package huisheng.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Scope OWN = new Scope(Map.of(Dimension.BRAND, Set.of("云岭", "赤水坊")));
    private static final Scope SOUTH = new Scope(Map.of(Dimension.BRAND, Set.of("云岭"), Dimension.REGION, Set.of("广东")));

    @Test
    void covers_whatIsNarrower() {
        assertThat(Scope.ALL.covers(OWN)).isTrue();
        assertThat(OWN.covers(SOUTH)).isTrue();
        assertThat(OWN.covers(OWN)).isTrue();
    }

    @Test
    void covers_notWhatReachesFurther() {
        assertThat(SOUTH.covers(OWN)).isFalse();
        assertThat(OWN.covers(Scope.ALL)).isFalse();
        assertThat(SOUTH.covers(new Scope(Map.of(Dimension.BRAND, Set.of("云岭")))))
                .isFalse();
    }

    /** Whoever may read a review may see what is about it alone, and nobody else. */
    @Test
    void covers_whatIsAboutOneReview_asItAdmitsTheReview() {
        for (Review review : new Review[] {review("云岭", "广东"), review("云岭", null), review(null, "广东")}) {
            for (Scope scope : new Scope[] {Scope.ALL, OWN, SOUTH}) {
                assertThat(scope.covers(Scope.of(review)))
                        .as(scope + " " + review)
                        .isEqualTo(scope.admits(review));
            }
        }
    }

    @Test
    void of_filter_keepsWhatRightsAreGivenBy() {
        Filter filter = Filter.NONE.with(Dimension.BRAND, Set.of("云岭")).with(Dimension.ASPECT, Set.of("taste"));
        assertThat(Scope.of(filter)).isEqualTo(new Scope(Map.of(Dimension.BRAND, Set.of("云岭"))));
    }

    private static Review review(@Nullable String brand, @Nullable String region) {
        return new Review(
                "jd",
                "1",
                ReviewKind.INITIAL,
                null,
                brand,
                null,
                null,
                null,
                region,
                Author.UNKNOWN,
                null,
                "好酒",
                null,
                Instant.EPOCH,
                0,
                null,
                null,
                Map.of());
    }
}
