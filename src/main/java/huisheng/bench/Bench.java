package huisheng.bench;

import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.PipelineSpeed;
import huisheng.index.BareLucene;
import huisheng.index.ReviewIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures the parts one after another, never two at once. Blocks for minutes. */
public final class Bench {
    /** Data shape and bounds of the goals: the program's promises are for an index of a million reviews. */
    public static final int GOAL_REVIEWS = 1_000_000;

    /** What can be measured by itself. */
    public enum Part {
        ANALYSIS,
        DEMO,
        INTAKE,
        START,
        QUESTIONS,
        ALERTS,
        TELLING
    }

    /**
     * @param home with models and corpora
     * @param work folder for database and index; an index in it is used again where it is as large as asked for
     * @param reviews in the index that questions are put to
     * @param pushes reviews that are pushed as fast as they are taken
     */
    public record Plan(Path home, Path work, long seed, int reviews, int pushes, int pacedSeconds, Set<Part> parts) {
        public Plan {
            parts = Set.copyOf(EnumSet.copyOf(parts));
        }
    }

    private static final int TEXTS = 5_000;
    private static final int ROUNDS = 3;

    private final Plan plan;
    private final Consumer<String> progress;
    private final List<Figure> figures = new ArrayList<>();
    private double analysisRate = Double.NaN;

    private Bench(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** @param progress told in words what is being done */
    public static Report run(Plan plan, Consumer<String> progress) throws IOException {
        Meter meter = Meter.start(List.of());
        Bench bench = new Bench(plan, progress);
        bench.measure();
        Meter.Reading reading = meter.read();
        return Report.of(plan, bench.figures, reading);
    }

    private void measure() throws IOException {
        Files.createDirectories(plan.work());
        progress.accept("writing reviews");
        Corpus corpus =
                Corpus.write(plan.home(), plan.seed(), Math.max(TEXTS, Math.max(plan.reviews(), plan.pushes())));
        Pipeline pipeline = PipelineFactory.load(plan.home(), "baijiu");
        if (plan.parts().contains(Part.ANALYSIS)) analysis(pipeline, corpus);
        if (plan.parts().contains(Part.DEMO)) figures.add(DemoBench.run(plan.home(), plan.seed()));
        if (plan.parts().contains(Part.ALERTS)) alerts(pipeline, corpus);
        if (plan.parts().contains(Part.QUESTIONS)) questions(pipeline, corpus);
        if (plan.parts().contains(Part.INTAKE)) intake(corpus);
        if (plan.parts().contains(Part.TELLING)) telling(corpus);
        if (plan.parts().contains(Part.START)) start();
    }

    private void analysis(Pipeline pipeline, Corpus corpus) {
        progress.accept("analysis");
        PipelineSpeed speed = PipelineSpeed.measure(pipeline, corpus.texts().subList(0, TEXTS), ROUNDS);
        String shape = "demo reviews of %.0f characters".formatted(corpus.length());
        analysisRate = speed.pipeline() * Runtime.getRuntime().availableProcessors();
        figures.add(Figure.of("analysis", shape, speed.pipeline(), "reviews per CPU second")
                .against("bare HanLP Viterbi segmentation", speed.segmentation())
                .cpu(1e6 / speed.pipeline()));
        figures.add(Figure.of("analysis, share of segmentation", shape, speed.share(), "times")
                .to(Figure.Goal.atLeast(0.2)));
    }

    private void alerts(Pipeline pipeline, Corpus corpus) throws IOException {
        progress.accept("alert rules");
        figures.addAll(new AlertBench(pipeline, corpus, plan.seed(), plan.pushes())
                .run(plan.work().resolve("alerts")));
    }

    private void questions(Pipeline pipeline, Corpus corpus) throws IOException {
        Path folder = plan.work().resolve("index-" + plan.reviews());
        Files.createDirectories(folder);
        try (ReviewIndex index = IndexFill.open(folder)) {
            if (index.size() < plan.reviews()) fill(index, pipeline, corpus);
            figures.add(Figure.of(
                            "index, bytes a review",
                            "%,d reviews".formatted(index.size()),
                            bytes(folder) / index.size(),
                            "bytes")
                    .to(Figure.Goal.atMost(450))
                    .against("UTF-8 bytes of the text", corpus.bytes()));
            progress.accept("questions");
            try (BareLucene bare = BareLucene.open(folder)) {
                figures.addAll(new QuestionBench(index, bare, plan.seed()).run());
            }
        }
    }

    private void fill(ReviewIndex index, Pipeline pipeline, Corpus corpus) throws IOException {
        progress.accept("analysing %,d texts for the index".formatted(corpus.distinct()));
        IndexFill fill = new IndexFill(corpus, pipeline);
        Meter meter = Meter.start(List.of());
        int missing = plan.reviews() - (int) index.size();
        fill.fill(index, plan.reviews(), done -> {
            if (done % 100_000 == 0) progress.accept("indexed %,d of %,d".formatted(done, plan.reviews()));
        });
        Meter.Reading reading = meter.read();
        figures.add(Figure.of(
                        "indexing, merges included",
                        "%,d reviews".formatted(plan.reviews()),
                        missing / reading.seconds(),
                        "reviews/s")
                .cpu(reading.cpuSeconds() * 1e6 / missing));
    }

    /** The last commit's files, and those of merges that have just ended. */
    private static double bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long sum = 0;
            for (Path file : files.toList()) sum += Files.size(file);
            return sum;
        }
    }

    private void intake(Corpus corpus) throws IOException {
        progress.accept("bare PostgreSQL insert");
        double bare = StoreBench.bareInsert(data(), corpus, plan.pushes());
        progress.accept("pushing %,d reviews".formatted(plan.pushes()));
        figures.addAll(new ServiceBench(corpus, plan.pushes(), plan.pacedSeconds())
                .run(plan.home(), data(), bare, analysisRate));
    }

    private void telling(Corpus corpus) throws IOException {
        progress.accept("dangers among pushed reviews");
        figures.add(new AlertLatency(corpus, AlertLatency.DANGERS)
                .run(plan.home(), plan.work().resolve("telling")));
    }

    private void start() throws IOException {
        progress.accept("warm starts");
        figures.add(StartBench.run(plan.home(), data()));
    }

    private Path data() {
        return plan.work().resolve("data");
    }
}
