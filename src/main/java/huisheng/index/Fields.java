package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Fault;

/** Names of the fields in the index, and the form of their values. A dimension's field has its key as name. */
final class Fields {
    /** Raised whenever documents are built differently: an older index is then filled again. */
    static final String SCHEMA = "3";

    static final String ID = "_id";
    static final String TEXT = "_text";
    /** Every character of the text once, for queries of a single one. */
    static final String CHARACTERS = "_chars";

    static final String WRITTEN_AT = "_writtenAt";
    static final String LIKES = "_likes";
    /** Present, with the value {@link #YES}, on reviews that carry a noise flag. */
    static final String NOISY = "_noisy";

    /** Version of the pipeline that read the review. */
    static final String PIPELINE = "_pipeline";

    /** Stored: where in the text what was found stands, as {@link Spans} writes it. */
    static final String SPANS = "_spans";

    static final String YES = "1";
    private static final int MAX_VALUE = 200;

    private Fields() {}

    /** Values are cut, when stored and when asked for alike, because the index refuses huge terms. */
    static String value(String value) {
        return isWhole(value) ? value : value.substring(0, MAX_VALUE);
    }

    /** Whether the value is kept as it is. */
    static boolean isWhole(String value) {
        return value.length() <= MAX_VALUE;
    }

    /** Whether reviews can be counted by the dimension; writers can only be looked for. */
    static boolean counted(Dimension dimension) {
        return dimension != Dimension.AUTHOR;
    }

    static String counting(Dimension dimension) {
        if (!counted(dimension))
            throw new Fault("不能按 " + dimension.key() + " 统计", "reviews are not counted by " + dimension.key());
        return dimension.key();
    }
}
