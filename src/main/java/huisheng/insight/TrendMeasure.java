package huisheng.insight;

import huisheng.insight.ask.Narrowing;
import huisheng.insight.ask.Wording;
import huisheng.review.Dimension;
import huisheng.review.IntentType;
import huisheng.review.Labelled;
import huisheng.review.Selection;

/** A measure that can be followed over time. */
public enum TrendMeasure implements Labelled {
    /** Reviews. */
    VOLUME("评论量", "the number of reviews", 1),
    /** Negative reviews of those with a stance. */
    NEGATIVE("负面率", "the negative rate", 100),
    /** Reviews that complain, of all. */
    COMPLAINT("抱怨率", "the complaint rate", 100),
    /** Reviews that announce a danger, of all; of one kind, where it is named. */
    RISK("风险率", "the risk rate", 100),
    /** Mean stars of those that have some. */
    RATING("平均评分", "the mean rating", 1),
    /** (positive − negative) / those with a stance. */
    NET("净情感", "net sentiment", 1),
    /** Reviews that judge the aspect, of all. */
    ASPECT("方面提及率", "the mention rate of the aspect", 100),
    /** Reviews that hold the keyword, of all. */
    KEYWORD("词的提及率", "the mention rate of the word", 100);

    private final String zh;
    private final String en;
    private final int scale;

    TrendMeasure(String zh, String en, int scale) {
        this.zh = zh;
        this.en = en;
        this.scale = scale;
    }

    /** The reviews that show it. */
    Selection shown(Selection selection, String of) {
        return switch (this) {
            case NEGATIVE -> Narrowing.to(selection, Dimension.SENTIMENT, "negative");
            case COMPLAINT -> Narrowing.to(selection, Dimension.INTENT, IntentType.COMPLAINT.label());
            case RISK -> Risks.of(selection, of);
            case ASPECT -> Narrowing.to(selection, Dimension.ASPECT, of);
            case KEYWORD -> Narrowing.to(selection, Dimension.KEYWORD, of);
            case VOLUME, NET, RATING -> selection;
        };
    }

    /** Whether those are counted by themselves, as no cell tells them. */
    boolean countsShown() {
        return this != VOLUME && this != NEGATIVE && this != NET && this != RATING;
    }

    /** @param of the aspect or word that it is about; blank where it needs none */
    Wording of(Wording of) {
        return switch (this) {
            case ASPECT -> new Wording("“" + of.zh() + "”的提及率", "the mention rate of " + of.en());
            case KEYWORD -> new Wording("“" + of.zh() + "”的提及率", "the mention rate of \"" + of.en() + "\"");
            case RISK -> of.zh().isBlank() ? new Wording(zh, en) : new Wording(zh + "（" + of.zh() + "）", en + " (" + of.en() + ")");
            default -> new Wording(zh, en);
        };
    }

    /** For sentences: {@code 12.3%}, {@code 45} or {@code 0.12}. */
    String show(double value) {
        if (scale == 100) return String.format(java.util.Locale.ROOT, "%.1f%%", value * 100);
        return String.format(java.util.Locale.ROOT, this == VOLUME ? "%.0f" : "%.2f", value);
    }
}
