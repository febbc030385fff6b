package huisheng.index;

import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Author;
import huisheng.review.Change;
import huisheng.review.Comparison;
import huisheng.review.FollowupOutcome;
import huisheng.review.Intent;
import huisheng.review.IntentType;
import huisheng.review.Need;
import huisheng.review.NoiseType;
import huisheng.review.Opinion;
import huisheng.review.Outcome;
import huisheng.review.Polarity;
import huisheng.review.Position;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import huisheng.review.StoredReview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private String product;
    private @Nullable String store;
    private @Nullable String variant;
    private ReviewKind kind = ReviewKind.INITIAL;
    private Author author;
    private String pipeline = "test";
    private final List<Intent> intents = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Risk> risks = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private @Nullable FollowupOutcome followup;
    private @Nullable Instant initialAt;
    private @Nullable Long copyGroup;

    private Sample(long id) {
        this.id = id;
        this.product = "sku" + id % 7;
        this.author = new Author("hash" + id, null, "18-24", null, null);
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

    public Sample product(String value) {
        product = value;
        return this;
    }

    public Sample store(String value) {
        store = value;
        return this;
    }

    public Sample variant(@Nullable String value) {
        variant = value;
        return this;
    }

    /** Who wrote it. */
    public Sample author(@Nullable String level, @Nullable String ageBand, @Nullable String gender, int purchases) {
        author = new Author(author.key(), level, ageBand, gender, purchases);
        return this;
    }

    public Sample pipeline(String value) {
        pipeline = value;
        return this;
    }

    /** An opinion with its own words, wherever they stand in the text. */
    public Sample opinion(String aspect, String name, Polarity polarity, String words) {
        int start = Math.max(0, text.indexOf(words));
        opinions.add(new Opinion(
                aspect,
                name,
                null,
                words,
                polarity,
                0.5,
                start,
                Math.min(text.length(), start + words.length()),
                false));
        return this;
    }

    public Sample intent(IntentType type) {
        intents.add(new Intent(type, 0, text.length()));
        return this;
    }

    public Sample need(String words) {
        int start = Math.max(0, text.indexOf(words));
        needs.add(new Need(words, null, false, start, Math.min(text.length(), start + words.length())));
        return this;
    }

    public Sample risk(RiskType type) {
        risks.add(new Risk(type, 1, 0, text.length()));
        return this;
    }

    public Sample comparison(String competitor, @Nullable String aspect, Outcome outcome) {
        comparisons.add(new Comparison(competitor, aspect, outcome, 0, text.length()));
        return this;
    }

    /** Makes it the follow-up of a review written so many days before. */
    public Sample followup(FollowupOutcome outcome, int days) {
        kind = ReviewKind.FOLLOWUP;
        followup = outcome;
        initialAt = writtenAt.minus(java.time.Duration.ofDays(days));
        return this;
    }

    /** Makes it a copy of a campaign, by a writer, null for an unknown one. */
    public Sample copy(long group, @Nullable String writer) {
        copyGroup = group;
        author = new Author(writer, author.level(), author.ageBand(), author.gender(), author.purchases());
        return noise(NoiseType.DUPLICATE);
    }

    public AnalysedReview analysed() {
        Review review = new Review(
                channel, "x" + id, kind, null, brand, product, null, store, region, author, rating, text, null,
                writtenAt, likes, null, variant, Map.of());
        Analysis analysis = new Analysis(
                null,
                text,
                "zh-Hans",
                pipeline,
                new Sentiment(sentiment, 0, 1, List.of()),
                opinions,
                intents,
                needs,
                risks,
                comparisons,
                noise,
                false,
                followup,
                List.of(),
                keywords);
        return new AnalysedReview(
                new StoredReview(id, 1, writtenAt, review, List.of(), null, initialAt), analysis, copyGroup);
    }

    public Change change() {
        return new Change(new Position(id, id), id, analysed());
    }
}
