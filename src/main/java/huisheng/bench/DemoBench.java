package huisheng.bench;

import huisheng.demo.DemoCorpus;
import huisheng.json.Json;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;

/** Writing the demo reviews: processor time of the one thread that does it. */
final class DemoBench {
    private static final int ROUNDS = 3;

    private DemoBench() {}

    static Figure run(Path home, long seed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] written = new long[ROUNDS];
        long[] printed = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            var reviews =
                    DemoCorpus.generate(home.resolve("corpora/demo"), seed + i, DemoCorpus.REVIEWS, Corpus.LAST, true);
            long middle = threads.getCurrentThreadCpuTime();
            int bytes = reviews.stream()
                    .mapToInt(review -> Json.write(review).length())
                    .sum();
            if (bytes == 0) throw new IllegalStateException("keeps the compiler from dropping the work");
            written[i] = middle - start;
            printed[i] = threads.getCurrentThreadCpuTime() - middle;
        }
        double seconds = Samples.ofNanos(written).median() / 1e3;
        return Figure.of(
                        "writing the demo reviews", "%,d reviews".formatted(DemoCorpus.REVIEWS), seconds, "CPU seconds")
                .to(Figure.Goal.atMost(3))
                .against("printing them as JSON", Samples.ofNanos(printed).median() / 1e3)
                .cpu(seconds * 1e6 / DemoCorpus.REVIEWS);
    }
}
