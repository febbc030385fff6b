package huisheng.http;

import java.util.Locale;

/** The kinds of refusal. Titles and details are in the message bundles under {@link #slug}. */
enum ProblemType {
    BAD_REQUEST(400),
    BAD_PARAMETER(400),
    UNKNOWN_PARAMETER(400),
    BAD_QUERY(400),
    BAD_VALUE(400),
    BAD_BODY(400),
    MALFORMED_JSON(400),
    MALFORMED_GZIP(400),
    UNAUTHENTICATED(401),
    WRONG_LOGIN(401),
    FORBIDDEN(403),
    FORGED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_SLOW(408),
    CONFLICT(409),
    OWN_KEY(409),
    TOO_MANY_KEYS(409),
    TOO_MANY_TARGETS(409),
    NOT_DEAD(409),
    TARGET_IN_USE(409),
    OWN_USER(409),
    LOGIN_TAKEN(409),
    WRONG_STEP(409),
    TOO_EARLY(409),
    NOT_CLOSED(409),
    NO_CLOCK(409),
    ALREADY_THERE(409),
    TOO_MANY_LINKS(409),
    OUTDATED(412),
    TOO_MANY_RULES(409),
    NOT_SHIPPED(409),
    TOO_LARGE(413),
    TOO_MANY_ITEMS(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    KEY_REUSED(422),
    BAD_LABELS(422),
    BAD_PACK(422),
    INCOMPLETE_STEP(422),
    NOT_LINKABLE(422),
    VERSION_NEEDED(428),
    OVERLOADED(429),
    TOO_MANY_QUESTIONS(429),
    TOO_MANY_CALLS(429),
    LOCKED_OUT(429),
    TOO_MANY_LOGINS(429),
    INTERNAL(500),
    UNAVAILABLE(503),
    /** After {@link #UNAVAILABLE}, which is the first of its status. */
    GIVEN_UP(503);

    final int status;

    ProblemType(int status) {
        this.status = status;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first of that status; those that need more facts stand behind it. */
    static ProblemType of(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) return type;
        }
        return status < 500 ? BAD_REQUEST : INTERNAL;
    }
}
