package huisheng.review;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of a review in a dimension, as the index knows them. */
public final class DimensionValues {
    private DimensionValues() {}

    public static Set<String> of(AnalysedReview analysed, Dimension dimension) {
        Review review = analysed.review();
        Author author = review.author();
        Analysis analysis = analysed.analysis();
        return switch (dimension) {
            case BRAND -> one(review.brand());
            case PRODUCT -> one(review.product());
            case CHANNEL -> one(review.channel());
            case STORE -> one(review.store());
            case REGION -> one(review.region());
            case AGE_BAND -> one(author.ageBand());
            case GENDER -> one(author.gender());
            case LEVEL -> one(author.level());
            case BUYER -> one(buyer(author.purchases()));
            case VARIANT -> one(review.variant());
            case KIND -> one(review.kind().label());
            case LANGUAGE -> one(analysis.language() != null ? analysis.language() : review.language());
            case RATING -> one(review.rating() == null ? null : review.rating().toString());
            case SENTIMENT -> one(analysis.sentiment().label().label());
            case ASPECT -> all(analysis.opinions(), opinion -> opinion.aspect());
            case ASPECT_POLARITY ->
                all(
                        analysis.opinions(),
                        opinion -> opinion.aspect() + ":" + opinion.polarity().label());
            case ASPECT_OPINION -> all(analysis.opinions(), DimensionValues::pair);
            case INTENT -> all(analysis.intents(), intent -> intent.type().label());
            case RISK -> all(analysis.risks(), risk -> risk.type().label());
            case NOISE -> all(analysis.noise(), Labelled::label);
            case KEYWORD -> all(analysis.keywords(), keyword -> keyword);
            case COMPETITOR -> all(analysis.comparisons(), Comparison::competitor);
            case COMPARISON -> all(analysis.comparisons(), DimensionValues::comparison);
            case NEED -> all(analysis.needs(), Need::text);
            case FOLLOWUP ->
                one(analysis.followup() == null ? null : analysis.followup().label());
            case FOLLOWUP_DAYS -> one(days(analysed.stored()));
            case COPY -> one(analysed.copyGroup() == null ? null : Long.toString(analysed.copyGroup()));
            case COPY_AUTHOR -> one(copyAuthor(analysed));
            case AUTHOR -> one(author.key());
        };
    }

    /** Nothing where the opinion has no words of its own. */
    private static String pair(Opinion opinion) {
        String words = opinion.opinion().strip();
        return words.isEmpty() ? "" : opinion.aspect() + ":" + words;
    }

    public static String comparison(Comparison comparison) {
        String aspect = comparison.aspect() == null ? "" : comparison.aspect();
        return comparison.competitor() + ":" + aspect + ":"
                + comparison.outcome().label();
    }

    private static @Nullable String buyer(@Nullable Integer purchases) {
        if (purchases == null) return null;
        return purchases <= 0 ? "first" : purchases < Dimension.LOYAL ? "repeat" : "loyal";
    }

    private static @Nullable String days(StoredReview stored) {
        if (stored.initialAt() == null) return null;
        long days = Duration.between(stored.initialAt(), stored.review().writtenAt())
                .toDays();
        return Long.toString(Math.clamp(days, 0, Dimension.MAX_DAYS));
    }

    /** Who is unknown counts as a person of one review. */
    private static @Nullable String copyAuthor(AnalysedReview analysed) {
        if (analysed.copyGroup() == null) return null;
        String key = analysed.review().author().key();
        String who =
                key == null ? "?" + analysed.id() : key.substring(0, Math.min(Dimension.AUTHOR_SHOWN, key.length()));
        return analysed.copyGroup() + ":" + who;
    }

    /** Names by which people look for what the dimension knows by id: 包装 for {@code packaging}. */
    public static Set<String> aliases(AnalysedReview analysed, Dimension dimension) {
        Analysis analysis = analysed.analysis();
        return switch (dimension) {
            case ASPECT -> all(analysis.opinions(), opinion -> opinion.aspectName());
            case ASPECT_POLARITY ->
                all(
                        analysis.opinions(),
                        opinion ->
                                opinion.aspectName() + ":" + opinion.polarity().label());
            default -> Set.of();
        };
    }

    private static Set<String> one(@Nullable String value) {
        return value == null || value.isEmpty() ? Set.of() : Set.of(value);
    }

    private static <T> Set<String> all(Collection<T> things, Function<T, String> value) {
        if (things.isEmpty()) return Set.of();
        Set<String> values = new HashSet<>();
        for (T thing : things) {
            String text = value.apply(thing);
            if (!text.isEmpty()) values.add(text);
        }
        return values;
    }
}
