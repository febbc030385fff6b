package huisheng.alert.rule;

import huisheng.insight.ask.Wording;
import huisheng.review.Labelled;

/** A measure that a rule can hold against a target or against what it was before. */
public enum WatchMeasure implements Labelled {
    /** Negative reviews of those with a stance. */
    NEGATIVE("负面率", "the negative rate"),
    /** (positive − negative) / those with a stance. */
    NET("净情感", "net sentiment"),
    /** Mean stars. */
    RATING("平均评分", "the mean rating"),
    /** Reviews in the window; against a baseline, in proportion to its length. */
    VOLUME("评论量", "the number of reviews"),
    /** Reviews that judge an aspect, of all. */
    ASPECT("方面提及率", "the mention rate of the aspect"),
    /** Reviews that speak ill of an aspect, of all. */
    ASPECT_NEGATIVE("方面负面率", "the negative rate of the aspect"),
    /** Reviews that announce a danger, of all. */
    RISK("风险率", "the rate of risks");

    private final String zh;
    private final String en;

    WatchMeasure(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Wording told() {
        return new Wording(zh, en);
    }

    public boolean isShare() {
        return this != NET && this != RATING && this != VOLUME;
    }

    boolean isOfAspect() {
        return this == ASPECT || this == ASPECT_NEGATIVE;
    }
}
