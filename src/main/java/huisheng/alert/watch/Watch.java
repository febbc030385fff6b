package huisheng.alert.watch;

import huisheng.alert.Candidate;
import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Anomaly;
import huisheng.alert.rule.CompetitorMove;
import huisheng.alert.rule.Crisis;
import huisheng.alert.rule.Immediate;
import huisheng.alert.rule.RisingWord;
import huisheng.alert.rule.Threshold;
import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSnapshot;
import huisheng.index.Stop;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Evaluates rules about many reviews together. Blocks; safe from any thread. */
public final class Watch {
    private final ReviewIndex index;
    private final UnaryOperator<String> aspectName;

    /** @param aspectName the active pack's name of an aspect, the id itself where it has none */
    public Watch(ReviewIndex index, UnaryOperator<String> aspectName) {
        this.index = index;
        this.aspectName = aspectName;
    }

    /**
     * What the rule finds at a moment.
     *
     * @param known groups of the rule whose alert is not closed
     * @param stop ends it early
     */
    public List<Candidate> look(ActiveRule rule, Instant at, Predicate<String> known, Stop stop) throws IOException {
        try (ReviewSnapshot now = index.snapshot(stop)) {
            Looking looking = new Looking(rule, now, at, aspectName, known);
            return switch (rule.rule().when()) {
                case Immediate immediate -> List.of();
                case Threshold threshold -> new ThresholdWatch(looking, threshold).look();
                case Anomaly anomaly -> new AnomalyWatch(looking, anomaly).look();
                case RisingWord rising -> new RisingWordWatch(looking, rising).look();
                case CompetitorMove move -> new CompetitorWatch(looking, move).look();
                case Crisis crisis -> new CrisisWatch(looking, crisis).look();
            };
        }
    }
}
