package huisheng.insight;

import huisheng.index.StanceCounts;
import huisheng.index.Tally;
import huisheng.insight.ask.Narrowing;
import huisheng.insight.ask.Wording;
import huisheng.insight.change.Measure;
import huisheng.insight.change.Totals;
import huisheng.review.Dimension;
import huisheng.review.Labelled;
import huisheng.review.RiskType;
import huisheng.review.Selection;

/** A measure whose change can be explained. */
public enum ChangingMeasure implements Labelled {
    /** Negative reviews of those with a stance. */
    NEGATIVE(Measure.SHARE, "负面率", "the negative rate"),
    /** Reviews that complain, of all. */
    COMPLAINT(Measure.SHARE, "抱怨率", "the complaint rate"),
    /** Reviews that announce a danger, of all; few as they are, the tests of shares are exact. */
    RISK(Measure.SHARE, "风险率", "the risk rate"),
    /** Of them those that tell of harm to somebody's health. */
    HEALTH_RISK(Measure.SHARE, "健康风险率", "the rate of health risks"),
    /** (positive − negative) / those with a stance. */
    NET(Measure.MEAN, "净情感", "net sentiment"),
    /** Mean stars. */
    RATING(Measure.MEAN, "平均评分", "the mean rating"),
    /** Reviews. */
    VOLUME(Measure.COUNT, "评论量", "the number of reviews");

    private static final String COMPLAINS = "complaint";
    private final Measure measure;
    private final String zh;
    private final String en;

    ChangingMeasure(Measure measure, String zh, String en) {
        this.measure = measure;
        this.zh = zh;
        this.en = en;
    }

    Measure measure() {
        return measure;
    }

    Wording told() {
        return new Wording(zh, en);
    }

    /** Whether it counts reviews that are bad. */
    boolean hasHits() {
        return measure == Measure.SHARE;
    }

    /** Whether {@link #hits} are counted by themselves, as no cell tells them. */
    boolean countsHits() {
        return this == COMPLAINT || this == RISK || this == HEALTH_RISK;
    }

    /** The reviews that it counts as bad; all where it does not. */
    Selection hits(Selection selection) {
        return switch (this) {
            case NEGATIVE -> Narrowing.to(selection, Dimension.SENTIMENT, "negative");
            case COMPLAINT -> Narrowing.to(selection, Dimension.INTENT, COMPLAINS);
            case RISK -> Risks.of(selection, "");
            case HEALTH_RISK -> Risks.of(selection, RiskType.HEALTH.label());
            default -> selection;
        };
    }

    /** @param hits the cell of {@link #hits}, where those are counted by themselves */
    Totals totals(Tally.Cell cell, long hits) {
        StanceCounts stances = cell.stances();
        return switch (this) {
            case NEGATIVE -> Totals.share(stances.scored(), stances.negative());
            case COMPLAINT, RISK, HEALTH_RISK -> Totals.share(cell.n(), hits);
            case NET ->
                Totals.mean(stances.scored(), (double) (stances.positive() - stances.negative()), (double)
                        (stances.positive() + stances.negative()));
            case RATING -> Totals.mean(cell.rated(), (double) cell.ratingSum(), (double) cell.ratingSquares());
            case VOLUME -> Totals.count(cell.n());
        };
    }
}
