package huisheng.insight;

import huisheng.review.Labelled;
import org.jspecify.annotations.Nullable;

/** What the arms of a pilot are judged by. */
enum PilotMeasure implements Labelled {
    POSITIVE(Scale.POSITIVE, Scale.POSITIVE.better, Scale.POSITIVE.zh, Scale.POSITIVE.en),
    NEGATIVE(Scale.NEGATIVE, Scale.NEGATIVE.better, Scale.NEGATIVE.zh, Scale.NEGATIVE.en),
    NET(Scale.NET, Scale.NET.better, Scale.NET.zh, Scale.NET.en),
    RATING(Scale.RATING, Scale.RATING.better, Scale.RATING.zh, Scale.RATING.en),
    /** Of all reviews those with an opinion on the aspect; more is taken for better. */
    MENTION(null, 1, "提及率", "mention rate"),
    COMPLAINT(null, -1, "投诉率", "complaint rate"),
    RISK(null, -1, "风险率", "risk rate");

    final @Nullable Scale scale;
    /** 1 where more is better, -1 where less is. */
    final int better;

    final String zh;
    final String en;

    PilotMeasure(@Nullable Scale scale, int better, String zh, String en) {
        this.scale = scale;
        this.better = better;
        this.zh = zh;
        this.en = en;
    }

    /** Whether it may be asked of the opinions on one aspect. */
    boolean ofAspect() {
        return this == POSITIVE || this == NEGATIVE || this == NET || this == MENTION;
    }

    boolean share() {
        return this != NET && this != RATING;
    }
}
