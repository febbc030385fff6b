package huisheng.store;

import huisheng.review.Labelled;

/** By what tickets are told apart when their service is measured. */
public enum ServiceGroup implements Labelled {
    NONE("", "(VALUES ('')) g (value) ON true"),
    TEAM("", "LATERAL (SELECT coalesce(t.team, '')) g (value) ON true"),
    OWNER("", "LATERAL (SELECT coalesce(t.owner, '')) g (value) ON true"),
    LEVEL("", "LATERAL (SELECT t.level::text) g (value) ON true"),
    /** A ticket about several products counts for each, like those of regions. */
    PRODUCT("product", ""),
    REGION("region", ""),
    BRAND("brand", ""),
    WEEK(
            "",
            "LATERAL (SELECT to_char(t.registered_at AT TIME ZONE 'Asia/Shanghai', 'IYYY-\"W\"IW')) g (value) ON true"),
    MONTH("", "LATERAL (SELECT to_char(t.registered_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')) g (value) ON true");

    private final String dimension;
    private final String join;

    ServiceGroup(String dimension, String join) {
        this.dimension = dimension;
        this.join = join;
    }

    String join() {
        return dimension.isEmpty()
                ? join
                : "LATERAL jsonb_array_elements_text(t.about #> '{only," + dimension + "}') g (value) ON true";
    }
}
