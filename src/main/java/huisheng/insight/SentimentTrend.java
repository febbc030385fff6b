package huisheng.insight;

import huisheng.index.Interval;
import huisheng.index.ReviewIndex;
import huisheng.index.SentimentBucket;
import huisheng.index.SentimentCounts;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How does sentiment move, and where? Blocks. */
public final class SentimentTrend {
    public static final int MAX_GROUPS = 20;
    private final ReviewIndex index;

    public SentimentTrend(ReviewIndex index) {
        this.index = index;
    }

    /**
     * @param by null where nothing is grouped
     * @param points group by group, the periods of each in order, those without reviews too
     * @param noise over the whole selection, ungrouped
     */
    public record Answer(Interval interval, @Nullable Dimension by, List<Point> points, NoiseEffect noise) {
        public Answer {
            points = List.copyOf(points);
        }
    }

    /**
     * @param group null where nothing is grouped, empty for reviews without a value
     * @param start of the calendar unit, which may lie before the period asked for
     * @param evidence ids of the newest few reviews
     */
    public record Point(@Nullable String group, Instant start, Stance stance, List<Long> evidence) {
        public Point {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * @param maxGroups the largest groups are answered, 1 to {@link #MAX_GROUPS}
     * @throws IllegalArgumentException where a bound is passed, or {@code by} cannot be grouped by
     */
    public Answer ask(Selection selection, Interval interval, @Nullable Dimension by, int maxGroups)
            throws IOException {
        if (maxGroups < 1 || maxGroups > MAX_GROUPS) {
            throw new Fault(
                    "分组数应在 1 到 " + MAX_GROUPS + " 之间，现为 " + maxGroups,
                    "a trend has 1 to " + MAX_GROUPS + " groups, not " + maxGroups);
        }
        SentimentCounts counts = index.ask(now -> now.sentiment(selection, interval, by, maxGroups));
        List<Point> points =
                counts.buckets().stream().map(SentimentTrend::point).toList();
        return new Answer(interval, by, points, NoiseEffect.of(counts.noise()));
    }

    private static Point point(SentimentBucket bucket) {
        Stance stance =
                Stance.of(bucket.positive(), bucket.negative(), bucket.neutral(), bucket.mixed(), bucket.unscored());
        return new Point(bucket.group(), bucket.start(), stance, bucket.evidence());
    }
}
