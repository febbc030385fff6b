package huisheng.index;

import huisheng.review.Labelled;

/** Width of a bucket, in calendar units of Asia/Shanghai; weeks start on Monday. */
public enum Interval implements Labelled {
    HOUR,
    DAY,
    WEEK,
    MONTH
}
