package huisheng.insight;

import huisheng.index.Interval;
import huisheng.index.ReviewIndex;
import huisheng.index.TermBucket;
import huisheng.index.TermCounts;
import huisheng.review.Fault;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often are given words said over time? Blocks. */
public final class KeywordTrend {
    public static final int MAX_TERMS = 20;
    private final ReviewIndex index;

    public KeywordTrend(ReviewIndex index) {
        this.index = index;
    }

    /**
     * @param points term by term, the periods of each in order, those without reviews too
     * @param noise over the whole selection, whether a term is said or not
     */
    public record Answer(Interval interval, List<Point> points, NoiseEffect noise) {
        public Answer {
            points = List.copyOf(points);
        }
    }

    /**
     * @param n reviews whose text holds the term, out of {@code of}
     * @param share null where {@code insufficient} is not
     * @param evidence ids of the newest few of the {@code n}
     */
    public record Point(
            String term,
            Instant start,
            long n,
            long of,
            @Nullable Share share,
            @Nullable Insufficient insufficient,
            List<Long> evidence) {
        public Point {
            evidence = List.copyOf(evidence);
        }
    }

    /** @throws IllegalArgumentException where a bound is passed or a term holds nothing to look for */
    public Answer ask(Selection selection, Interval interval, List<String> terms) throws IOException {
        List<String> distinct = terms.stream().map(String::strip).distinct().toList();
        if (distinct.isEmpty() || distinct.size() > MAX_TERMS) {
            throw new Fault(
                    "一次可查 1 到 " + MAX_TERMS + " 个词，现有 " + distinct.size() + " 个",
                    "a trend has 1 to " + MAX_TERMS + " terms, not " + distinct.size());
        }
        TermCounts counts = index.ask(now -> now.terms(selection, interval, distinct));
        List<Point> points = counts.buckets().stream().map(KeywordTrend::point).toList();
        return new Answer(interval, points, NoiseEffect.of(counts.noise()));
    }

    private static Point point(TermBucket bucket) {
        return new Point(
                bucket.term(),
                bucket.start(),
                bucket.n(),
                bucket.of(),
                Share.orInsufficient(bucket.n(), bucket.of()),
                Insufficient.below(bucket.of()),
                bucket.evidence());
    }
}
