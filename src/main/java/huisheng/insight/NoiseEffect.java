package huisheng.insight;

import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSearch;
import huisheng.index.SearchPage;
import huisheng.review.Dimension;
import huisheng.review.Noise;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.List;

/** The same selection without and with the reviews that carry a noise flag, whichever the question counted. */
public record NoiseEffect(Stance without, Stance with) {
    static NoiseEffect of(ReviewIndex index, Selection selection) throws IOException {
        return new NoiseEffect(stance(index, selection, Noise.EXCLUDE), stance(index, selection, Noise.INCLUDE));
    }

    private static Stance stance(ReviewIndex index, Selection selection, Noise noise) throws IOException {
        Selection counted = selection.with(selection.filter().with(noise));
        ReviewSearch search =
                new ReviewSearch(counted, ReviewSearch.Order.NEWEST, 1, null, List.of(Dimension.SENTIMENT));
        List<SearchPage.Facet> facets = index.search(search).facets().getOrDefault(Dimension.SENTIMENT, List.of());
        return Stance.of(
                count(facets, SentimentLabel.POSITIVE),
                count(facets, SentimentLabel.NEGATIVE),
                count(facets, SentimentLabel.NEUTRAL),
                count(facets, SentimentLabel.MIXED),
                count(facets, SentimentLabel.UNSCORED));
    }

    private static long count(List<SearchPage.Facet> facets, SentimentLabel label) {
        return facets.stream()
                .filter(facet -> facet.value().equals(label.label()))
                .mapToLong(SearchPage.Facet::n)
                .sum();
    }
}
