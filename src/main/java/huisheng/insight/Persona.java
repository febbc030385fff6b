package huisheng.insight;

import huisheng.insight.ask.Wording;

/**
 * Somebody who wishes for it more than others do.
 *
 * @param dimension its key, for example {@code ageBand}
 * @param n of the request's reviews that have the value
 * @param share of its reviews whose writer is known in the dimension
 * @param others the same share of all other reviews of the period
 * @param ratio of the two, half a review added to each so that it is finite
 * @param q false discovery rate over all personas of all requests
 */
public record Persona(
        String dimension, String value, long n, Share share, Share others, double ratio, double p, double q) {

    Wording says(String label) {
        Wording who = Features.persona(dimension, value);
        return new Wording(
                "“%s”更多出自 %s：占 %s，其他评论中占 %s（%d 条，q = %.3f）"
                        .formatted(label, who.zh(), share.percent(), others.percent(), n, q),
                "\"%s\" comes more often from %s: %s of it, %s of the other reviews (n = %d, q = %.3f)"
                        .formatted(label, who.en(), share.percent(), others.percent(), n, q));
    }
}
