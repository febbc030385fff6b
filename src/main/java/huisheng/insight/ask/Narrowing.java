package huisheng.insight.ask;

import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Selection;
import java.util.Set;

/** Makes selections smaller by one more condition. */
public final class Narrowing {
    private Narrowing() {}

    /** The reviews of the selection that have the value too; a dimension may be conditioned twice. */
    public static Selection to(Selection selection, Dimension dimension, String value) {
        Filter filter = selection.filter();
        Set<String> already = filter.in().get(dimension);
        if (already == null) return selection.with(filter.with(dimension, Set.of(value)));
        if (already.equals(Set.of(value))) return selection;
        return Asked.and(selection, dimension.key() + ":\"" + value.replace('"', ' ') + "\"");
    }
}
