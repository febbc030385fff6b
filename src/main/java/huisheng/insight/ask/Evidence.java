package huisheng.insight.ask;

import huisheng.index.Quote;
import huisheng.index.ReviewSnapshot;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;

/**
 * What stands behind a figure: a few of its reviews, and the way to all of them.
 *
 * @param quotes the newest, each with the place in its masked text that shows the figure
 * @param link path and query of the search that lists all of them
 */
public record Evidence(List<Quote> quotes, String link) {
    /** Quotes of a figure. */
    public static final int MOST = 5;

    public Evidence {
        quotes = List.copyOf(quotes);
    }

    /** Of the reviews of the selection that have the value. */
    public static Evidence of(ReviewSnapshot now, Selection selection, Dimension dimension, String value)
            throws IOException {
        return new Evidence(
                now.quotes(selection, dimension, value, MOST),
                DrillDown.link(Narrowing.to(selection, dimension, value)));
    }

    /** Of all reviews of the selection. */
    public static Evidence of(ReviewSnapshot now, Selection selection) throws IOException {
        return new Evidence(now.quotes(selection, null, "", MOST), DrillDown.link(selection));
    }
}
