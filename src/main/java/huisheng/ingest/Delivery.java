package huisheng.ingest;

import huisheng.channel.Connector;
import huisheng.review.Scope;
import java.util.Map;

/**
 * How a push is to be read.
 *
 * @param connector reads its items
 * @param defaults what the items need not say, by field name of the review
 * @param scope of the sender: what lies outside of it is refused, so that no one writes what they may not read
 */
public record Delivery(Connector connector, Map<String, String> defaults, Scope scope) {
    public Delivery {
        defaults = Map.copyOf(defaults);
    }
}
