package huisheng.alert;

import huisheng.alert.rule.Hit;
import huisheng.alert.rule.Rule;
import huisheng.insight.ask.DrillDown;
import huisheng.insight.ask.Wording;
import huisheng.review.AnalysedReview;
import huisheng.review.Dimension;
import huisheng.review.DimensionValues;
import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Review;
import huisheng.review.Risk;
import huisheng.review.Scope;
import huisheng.review.Selection;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule about single reviews has found, put into words. */
public final class ReviewCandidates {
    /** Characters of a review that a notice quotes. */
    private static final int MAX_SAID = 80;

    private static final int BEFORE = 20;

    private ReviewCandidates() {}

    public static Candidate of(Hit hit, AnalysedReview analysed) {
        Rule rule = hit.rule().rule();
        Review review = analysed.review();
        Map<Dimension, String> where = where(rule, analysed);
        Wording title =
                new Wording(rule.name().zh() + suffix(review, "："), rule.name().en() + suffix(review, ": "));
        return new Candidate(
                hit.rule(),
                group(where),
                about(rule, where),
                where,
                review.writtenAt(),
                title,
                text(analysed),
                null,
                said(review.text(), hit),
                1,
                figures(analysed),
                List.of(new Proof(analysed.id(), hit.start(), hit.end())),
                link(rule, where, review),
                analysed.id(),
                analysed.stored().version());
    }

    private static Map<Dimension, String> where(Rule rule, AnalysedReview analysed) {
        Map<Dimension, String> where = new EnumMap<>(Dimension.class);
        for (Dimension dimension : rule.groupBy()) {
            DimensionValues.of(analysed, dimension).stream()
                    .findFirst()
                    .ifPresent(value -> where.put(dimension, value));
        }
        return where;
    }

    /** A bar within a value is no end of it; dimensions have none, nor an equals sign. */
    private static String group(Map<Dimension, String> where) {
        return where.entrySet().stream()
                .map(value -> value.getKey().key() + "=" + escaped(value.getValue()))
                .collect(Collectors.joining("|"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("|", "\\|");
    }

    /** Whatever may join the group: what the rule is about, and what its reviews have in common. */
    private static Scope about(Rule rule, Map<Dimension, String> where) {
        return Scope.of(narrowed(rule, where));
    }

    private static Filter narrowed(Rule rule, Map<Dimension, String> where) {
        Filter filter = rule.filter().filter();
        for (Map.Entry<Dimension, String> value : where.entrySet()) {
            filter = filter.with(value.getKey(), Set.of(value.getValue()));
        }
        return filter;
    }

    /** Searches what is like it on the days around. */
    private static String link(Rule rule, Map<Dimension, String> where, Review review) {
        Duration around = Duration.ofDays(1);
        Period days =
                new Period(review.writtenAt().minus(around), review.writtenAt().plus(around));
        return DrillDown.link(new Selection(Scope.ALL, narrowed(rule, where).during(days)));
    }

    private static String suffix(Review review, String colon) {
        String name = review.productName() != null ? review.productName() : review.product();
        String subject = name != null ? name : review.brand();
        return subject == null ? "" : colon + subject;
    }

    private static Wording text(AnalysedReview analysed) {
        Review review = analysed.review();
        StringJoiner zh = new StringJoiner("，");
        StringJoiner en = new StringJoiner(", ");
        Stream.of(review.channel(), review.store(), review.region())
                .filter(Objects::nonNull)
                .forEach(value -> {
                    zh.add(value);
                    en.add(value);
                });
        if (review.rating() != null) {
            zh.add(review.rating() + " 星");
            en.add(review.rating() + " of 5 stars");
        }
        for (Risk risk : analysed.analysis().risks()) {
            zh.add(RiskNames.zh(risk.type()) + "（" + risk.severity() + " 级）");
            en.add(risk.type().label() + " (severity " + risk.severity() + ")");
        }
        String at = Times.told(review.writtenAt());
        return new Wording(zh + "，写于 " + at + "。", en + ", written " + at + ".");
    }

    private static Map<String, Object> figures(AnalysedReview analysed) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Review review = analysed.review();
        if (review.rating() != null) figures.put("rating", review.rating());
        figures.put("sentiment", analysed.analysis().sentiment().label());
        figures.put("likes", review.likes());
        figures.put(
                "risks",
                analysed.analysis().risks().stream()
                        .map(risk -> risk.type().label() + ":" + risk.severity())
                        .distinct()
                        .toList());
        return figures;
    }

    /** Around what shows it; the text is masked. */
    private static String said(String text, Hit hit) {
        int start = whole(text, Math.clamp(hit.start() - BEFORE, 0, text.length()));
        int end = whole(text, Math.min(text.length(), start + MAX_SAID));
        String part = text.substring(start, end).replace('\n', ' ').strip();
        return (start > 0 ? "…" : "") + part + (end < text.length() ? "…" : "");
    }

    /** There, or just before where that lies within a character: half of an emoji is none, and no JSON either. */
    private static int whole(String text, int at) {
        boolean within =
                at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return within ? at - 1 : at;
    }
}
