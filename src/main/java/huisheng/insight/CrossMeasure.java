package huisheng.insight;

import huisheng.review.Labelled;
import org.jspecify.annotations.Nullable;

/** What the cells of a table tell. */
enum CrossMeasure implements Labelled {
    /** Of the row's reviews those in the column. */
    SHARE(null, "占比", "share"),
    NET(Scale.NET, Scale.NET.zh, Scale.NET.en),
    POSITIVE(Scale.POSITIVE, Scale.POSITIVE.zh, Scale.POSITIVE.en),
    NEGATIVE(Scale.NEGATIVE, Scale.NEGATIVE.zh, Scale.NEGATIVE.en),
    RATING(Scale.RATING, Scale.RATING.zh, Scale.RATING.en),
    /** Of the cell's reviews those with an opinion on a given aspect. */
    ASPECT_RATE(null, "提及率", "mention rate"),
    /** Of the cell's reviews those that complain. */
    COMPLAINTS(null, "投诉率", "complaint rate");

    final @Nullable Scale scale;
    final String zh;
    final String en;

    CrossMeasure(@Nullable Scale scale, String zh, String en) {
        this.scale = scale;
        this.zh = zh;
        this.en = en;
    }

    /** Whether it reads a stance, which may be that on an aspect. */
    boolean stance() {
        return this == NET || this == POSITIVE || this == NEGATIVE;
    }

    boolean share() {
        return this != NET && this != RATING;
    }
}
