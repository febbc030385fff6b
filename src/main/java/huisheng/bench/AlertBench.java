package huisheng.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.alert.rule.Rule;
import huisheng.analysis.Pipeline;
import huisheng.json.Json;
import huisheng.review.Review;
import huisheng.store.NewReview;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What 200 alert rules add to what a review costs without any. Compared is the whole way of the same number of reviews from
 * their durable answer on, in one process over one PostgreSQL and one index: saved, analysed, indexed, read by the follower
 * of alerts, matched, and alerts written with their log and what two targets are to be told. HTTP, the search for copies and
 * the calls of targets are left out on both sides, which makes the share of the rules larger, not smaller. Of the rules 180
 * are about single reviews and 20 about measures; these are evaluated once in each round, on all that is in the index by
 * then, though a round lasts seconds and their intervals are hours.
 *
 * <p>Rounds with rules and rounds without take turns on the same growing database, each pair in the other order, so that
 * neither side has the smaller one or the quieter machine. The figures are the median of the pairs' ratios: of processor
 * time of this process and the database, and of the time until all is done.
 */
final class AlertBench {
    private static final int REVIEWS = 100_000;
    private static final int ROUNDS = 5;
    private static final int BATCH = 500;
    private static final double GOAL = 1.25;
    private static final Set<String> TARGETS = Set.of("bench-a", "bench-b");

    private final Pipeline pipeline;
    private final Corpus corpus;
    private final long seed;
    private final int each;
    private final Duration later =
            Duration.between(Corpus.LAST.atStartOfDay(ZoneOffset.UTC).toInstant(), yesterday());
    private int next;

    /** @param reviews on each side, no more than 100,000 */
    AlertBench(Pipeline pipeline, Corpus corpus, long seed, int reviews) {
        this.pipeline = pipeline;
        this.corpus = corpus;
        this.seed = seed;
        this.each = Math.min(REVIEWS, reviews) / ROUNDS;
    }

    /** Of one review: microseconds of processor time, and of wall time. */
    private record Cost(double cpu, double wall) {}

    List<Figure> run(Path folder) throws IOException {
        try (WritePath path = new WritePath(folder, pipeline)) {
            path.addTargets(TARGETS);
            List<Rule> rules = new RuleSet(corpus, seed, TARGETS).make();
            // the first pair warms up
            Cost unused = round(path, folder, List.of());
            unused = round(path, folder, rules);
            Cost[] none = new Cost[ROUNDS];
            Cost[] all = new Cost[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                if (i % 2 == 0) none[i] = round(path, folder, List.of());
                all[i] = round(path, folder, rules);
                if (i % 2 == 1) none[i] = round(path, folder, List.of());
            }
            return figures(path, none, all);
        }
    }

    private Cost round(WritePath path, Path folder, List<Rule> rules) throws IOException {
        List<List<NewReview>> batches = batches();
        path.addRules(rules);
        Meter meter = Meter.start(ServiceProcess.database(folder));
        path.take(batches);
        Meter.Reading reading = meter.read();
        path.deleteRules();
        return new Cost(reading.cpuSeconds() * 1e6 / each, reading.seconds() * 1e6 / each);
    }

    private List<Figure> figures(WritePath path, Cost[] none, Cost[] all) throws IOException {
        double[] cpu = new double[ROUNDS];
        double[] wall = new double[ROUNDS];
        double[] more = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            cpu[i] = all[i].cpu / none[i].cpu;
            wall[i] = all[i].wall / none[i].wall;
            more[i] = all[i].cpu - none[i].cpu;
        }
        String shape = "%d rounds of %,d reviews each way, %d + %d rules, up to %,d reviews indexed, %,d alerts"
                .formatted(ROUNDS, each, RuleSet.IMMEDIATE, RuleSet.WATCHED, path.reviews(), path.alerts());
        return List.of(
                Figure.of("200 alert rules, processor time", shape, median(cpu), "times none")
                        .to(Figure.Goal.atMost(GOAL))
                        .cpu(median(more)),
                Figure.of("200 alert rules, saved until all is done", shape, median(wall), "times none")
                        .to(Figure.Goal.atMost(GOAL)),
                Figure.of(
                        "a review without rules, processor time",
                        shape,
                        median(Arrays.stream(none).mapToDouble(Cost::cpu).toArray()),
                        "µs CPU each"));
    }

    private List<List<NewReview>> batches() {
        List<List<NewReview>> batches = new ArrayList<>();
        for (int from = 0; from < each; from += BATCH) {
            List<NewReview> batch = new ArrayList<>(BATCH);
            for (int i = from; i < Math.min(each, from + BATCH); i++) {
                batch.add(new NewReview(recent(corpus.review(next++)), List.of()));
            }
            batches.add(batch);
        }
        return batches;
    }

    /** As if the corpus ended yesterday: rules about measures look at the last days. */
    private Review recent(Review review) {
        ObjectNode node = Json.MAPPER.valueToTree(review);
        node.put("writtenAt", review.writtenAt().plus(later).toString());
        return Json.MAPPER.convertValue(node, Review.class);
    }

    private static Instant yesterday() {
        return LocalDate.now(ZoneOffset.UTC)
                .minusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
