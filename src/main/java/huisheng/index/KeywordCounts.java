package huisheng.index;

import java.util.List;

/** Document frequencies of keywords in two selections. */
public record KeywordCounts(long windowReviews, long baselineReviews, List<Count> counts) {
    public record Count(String keyword, long window, long baseline) {}
}
