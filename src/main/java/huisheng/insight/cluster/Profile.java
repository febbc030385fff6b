package huisheng.insight.cluster;

import java.util.List;

/**
 * A customer, or anything else that is known by features rather than by a text.
 *
 * @param id of the customer or review
 * @param features readable values such as {@code 包装差评}, {@code 26-35岁}, {@code 投诉}; the order says nothing; the first
 *     {@link Documents#MAX_WORDS} count, and of all profiles the {@link Relevance#MAX_FEATURES} most frequent
 * @param weight above 0 and finite: 1 for one customer
 */
public record Profile(long id, List<String> features, double weight) {
    public Profile {
        features = List.copyOf(features);
        Documents.checkWeight(id, weight);
    }

    /** One customer. */
    public Profile(long id, List<String> features) {
        this(id, features, 1);
    }
}
