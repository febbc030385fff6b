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
    VARIANT("variant"),
    KIND("kind"),
    LANGUAGE("language"),
    RATING("rating"),
    SENTIMENT("sentiment"),
    ASPECT("aspect"),
    /** {@code packaging:negative}: an opinion of that sign on that aspect. */
    ASPECT_POLARITY("aspectPolarity"),
    INTENT("intent"),
    RISK("risk"),
    NOISE("noise"),
    KEYWORD("keyword"),
    /** Keyed hash of the writer; for subject requests and forensics, never shown as a facet. */
    AUTHOR("author");

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
