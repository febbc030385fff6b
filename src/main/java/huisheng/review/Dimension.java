package huisheng.review;

import java.util.Arrays;
import java.util.Optional;

/** What reviews can be filtered and grouped by. The name on the wire is {@link #key}. */
public enum Dimension {
    BRAND("brand"),
    PRODUCT("product"),
    CHANNEL("channel"),
    STORE("store"),
    REGION("region"),
    AGE_BAND("ageBand"),
    GENDER("gender"),
    LEVEL("level"),
    /** {@code first}, {@code repeat} or {@code loyal}, by earlier purchases: none, some, {@value #LOYAL} or more. */
    BUYER("buyer"),
    VARIANT("variant"),
    KIND("kind"),
    LANGUAGE("language"),
    RATING("rating"),
    SENTIMENT("sentiment"),
    ASPECT("aspect"),
    /** {@code packaging:negative}: an opinion of that sign on that aspect. */
    ASPECT_POLARITY("aspectPolarity"),
    /** {@code packaging:漏酒}: the words of an opinion, under its aspect. */
    ASPECT_OPINION("aspectOpinion"),
    INTENT("intent"),
    RISK("risk"),
    NOISE("noise"),
    KEYWORD("keyword"),
    /** Whom the review compares with. */
    COMPETITOR("competitor"),
    /** {@code 北垛:taste:win}: the same with aspect, empty where none is named, and outcome. */
    COMPARISON("comparison"),
    /** What is wished for, in the words of the review. */
    NEED("need"),
    /** What a follow-up does to the first review. */
    FOLLOWUP("followup"),
    /** Whole days from the first review to its follow-up, at most {@value #MAX_DAYS}. */
    FOLLOWUP_DAYS("followupDays"),
    /** Which copied campaign the review belongs to: the store's number of the group of near copies. */
    COPY("copy"),
    /** {@code 17:3f9a01bc}: its campaign and the start of the writer's key, to tell how many took part. */
    COPY_AUTHOR("copyAuthor"),
    /** Keyed hash of the writer; for subject requests and forensics, never shown as a facet. */
    AUTHOR("author");

    public static final int MAX_DAYS = 999;
    public static final int LOYAL = 3;
    /** Characters of a writer's key that may be shown. */
    public static final int AUTHOR_SHOWN = 8;

    private final String key;

    Dimension(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Dimension> of(String key) {
        return Arrays.stream(values()).filter(d -> d.key.equals(key)).findFirst();
    }
}
