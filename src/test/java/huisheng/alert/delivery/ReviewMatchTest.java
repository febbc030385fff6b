package huisheng.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Author;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Intent;
import huisheng.review.IntentType;
import huisheng.review.Noise;
import huisheng.review.NoiseType;
import huisheng.review.Opinion;
import huisheng.review.Period;
import huisheng.review.Polarity;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import huisheng.review.StoredReview;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewMatchTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");
    static final AnalysedReview REVIEW = review(Set.of());

    private static AnalysedReview review(Set<NoiseType> noise) {
        Review review = new Review(
                "jd",
                "1",
                ReviewKind.INITIAL,
                null,
                "云岭",
                "YL-500",
                "云岭 500ml",
                null,
                "河南",
                new Author("k", null, "18-24", null, 3),
                1,
                "瓶口漏酒，喝完上头 Bad",
                null,
                WRITTEN,
                0,
                null,
                null,
                Map.of());
        Analysis analysis = new Analysis(
                null,
                review.text(),
                "zh-Hans",
                "p1",
                new Sentiment(SentimentLabel.NEGATIVE, -1, 1, List.of()),
                List.of(new Opinion("packaging", "包装", "瓶口", "漏酒", Polarity.NEGATIVE, -1, 2, 4, false)),
                List.of(new Intent(IntentType.COMPLAINT, 0, 4)),
                List.of(),
                List.of(new Risk(RiskType.HEALTH, 1, 5, 9)),
                List.of(),
                noise,
                false,
                null,
                List.of(),
                List.of("漏酒"));
        return new AnalysedReview(new StoredReview(1, 1, WRITTEN, review, List.of(), null, null), analysis);
    }

    private static boolean admits(Filter filter) {
        return ReviewMatch.of(filter).admits(REVIEW);
    }

    @ParameterizedTest
    @CsvSource({
        "brand, 云岭, true",
        "brand, 北垛, false",
        "channel, jd, true",
        "region, 河南, true",
        "store, 旗舰店, false",
        "rating, 1, true",
        "rating, 2, false",
        "sentiment, negative, true",
        "aspect, packaging, true",
        "aspect, 包装, true",
        "aspect, taste, false",
        "aspectPolarity, packaging:negative, true",
        "aspectPolarity, packaging:positive, false",
        "aspectOpinion, packaging:漏酒, true",
        "intent, complaint, true",
        "intent, praise, false",
        "risk, health, true",
        "risk, legal, false",
        "keyword, 漏酒, true",
        "buyer, loyal, true",
        "ageBand, 18-24, true"
    })
    void admits_oneDimension_asTheReviewHasIt(String dimension, String value, boolean expected) {
        Dimension by = Dimension.of(dimension).orElseThrow();
        assertThat(admits(Filter.NONE.with(by, Set.of(value)))).isEqualTo(expected);
        assertThat(admits(Filter.NONE.with(by, Set.of(value, "other")))).isEqualTo(expected);
    }

    @Test
    void admits_severalDimensions_onlyWhereAllHold() {
        Filter both = Filter.NONE.with(Dimension.RISK, Set.of("health")).with(Dimension.BRAND, Set.of("云岭"));
        assertThat(admits(both)).isTrue();
        assertThat(admits(both.with(Dimension.REGION, Set.of("广东")))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"漏酒, true", "漏酒 上头, true", "'  上头   bad ', true", "漏酒 快递, false"})
    void admits_words_onlyWhereAllAreThere(String words, boolean expected) {
        Filter filter = new Filter(null, Map.of(), words, Noise.EXCLUDE);
        assertThat(ReviewMatch.understands(filter)).isTrue();
        assertThat(admits(filter)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"漏酒 OR 上头", "漏酒 NOT 快递", "\"漏酒\"", "brand:云岭", "漏*", "(漏酒)", "-快递", "“漏酒”"})
    void understands_searchLanguage_no(String query) {
        assertThat(ReviewMatch.understands(new Filter(null, Map.of(), query, Noise.EXCLUDE)))
                .isFalse();
    }

    @Test
    void admits_period_fromIncludedUntilExcluded() {
        assertThat(admits(Filter.NONE.during(new Period(WRITTEN, WRITTEN.plusSeconds(1)))))
                .isTrue();
        assertThat(admits(Filter.NONE.during(new Period(WRITTEN.minusSeconds(1), WRITTEN))))
                .isFalse();
    }

    @Test
    void admits_noise_asTheFilterSays() {
        AnalysedReview advert = review(Set.of(NoiseType.ADVERT));
        assertThat(ReviewMatch.of(Filter.NONE).admits(advert)).isFalse();
        assertThat(ReviewMatch.of(Filter.NONE.with(Noise.INCLUDE)).admits(advert))
                .isTrue();
        assertThat(ReviewMatch.of(Filter.NONE.with(Noise.ONLY)).admits(advert)).isTrue();
        assertThat(ReviewMatch.of(Filter.NONE.with(Noise.ONLY)).admits(REVIEW)).isFalse();
    }
}
