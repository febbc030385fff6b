package huisheng.index;

import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Author;
import huisheng.review.Change;
import huisheng.review.NoiseType;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import huisheng.review.Position;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import huisheng.review.StoredReview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A review made up for a test, with what matters to an index set step by step. */
public final class Sample {
    private final long id;
    private String text = "好";
    private String brand = "甲";
    private String channel = "jd";
    private String region = "四川";
    private int rating = 5;
    private int likes;
    private Instant writtenAt = Instant.parse("2026-03-01T00:00:00Z");
    private SentimentLabel sentiment = SentimentLabel.NEUTRAL;
    private final List<Opinion> opinions = new ArrayList<>();
    private List<String> keywords = List.of();
    private Set<NoiseType> noise = Set.of();

    private Sample(long id) {
        this.id = id;
    }

    public static Sample review(long id) {
        return new Sample(id);
    }

    public Sample text(String value) {
        text = value;
        return this;
    }

    public Sample brand(String value) {
        brand = value;
        return this;
    }

    public Sample channel(String value) {
        channel = value;
        return this;
    }

    public Sample region(String value) {
        region = value;
        return this;
    }

    public Sample rating(int value) {
        rating = value;
        return this;
    }

    public Sample likes(int value) {
        likes = value;
        return this;
    }

    public Sample at(Instant value) {
        writtenAt = value;
        return this;
    }

    public Sample at(String value) {
        return at(Instant.parse(value));
    }

    public Sample sentiment(SentimentLabel value) {
        sentiment = value;
        return this;
    }

    public Sample opinion(String aspect, String name, Polarity polarity) {
        opinions.add(new Opinion(aspect, name, null, "好", polarity, 0.5, 0, 1, false));
        return this;
    }

    public Sample keywords(String... values) {
        keywords = List.of(values);
        return this;
    }

    public Sample noise(NoiseType value) {
        noise = EnumSet.of(value);
        return this;
    }

    public AnalysedReview analysed() {
        Review review = new Review(
                channel,
                "x" + id,
                ReviewKind.INITIAL,
                null,
                brand,
                "sku" + id % 7,
                null,
                null,
                region,
                new Author("hash" + id, null, "18-24", null, null),
                rating,
                text,
                null,
                writtenAt,
                likes,
                null,
                null,
                Map.of());
        Analysis analysis = new Analysis(
                null,
                text,
                "zh-Hans",
                "test",
                new Sentiment(sentiment, 0, 1, List.of()),
                opinions,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                noise,
                false,
                null,
                List.of(),
                keywords);
        return new AnalysedReview(new StoredReview(id, 1, writtenAt, review, List.of(), null), analysis);
    }

    public Change change() {
        return new Change(new Position(id, id), id, analysed());
    }
}
