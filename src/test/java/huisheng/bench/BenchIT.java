package huisheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That every part measures something; how much is the command's affair, because a test machine is never alone. */
class BenchIT {
    @TempDir
    Path work;

    /** Each side is the whole way of a review, so neither is a fraction of the other. */
    @Test
    void alerts_fewReviews_measuresBothSidesOnARealDatabase() throws IOException {
        Bench.Plan plan = new Bench.Plan(Path.of(""), work, 3, 1_000, 2_000, 1, EnumSet.of(Bench.Part.ALERTS));
        Report report = Bench.run(plan, step -> {});
        assertThat(report.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "200 alert rules, processor time",
                        "200 alert rules, saved until all is done",
                        "a review without rules, processor time");
        assertThat(report.figures().get(0).value()).isBetween(0.5, 5.0);
        assertThat(report.figures().get(2).value()).isBetween(50.0, 50_000.0);
        assertThat(report.figures().get(0).shape())
                .contains("180 + 20 rules", "4,800 reviews indexed")
                .doesNotContain(" 0 alerts");
    }

    @Test
    void run_smallPlan_measuresEveryPart() throws IOException {
        Set<Bench.Part> parts = EnumSet.of(Bench.Part.INTAKE, Bench.Part.QUESTIONS);
        List<String> steps = new ArrayList<>();
        Report report = Bench.run(new Bench.Plan(Path.of(""), work, 3, 3_000, 1_000, 1, parts), steps::add);
        assertThat(report.figures())
                .extracting(Figure::name)
                .contains(
                        "indexing, merges included",
                        "index, bytes a review",
                        "search, 3 filters, highlights, p95",
                        "daily trend, p95",
                        "rising words, p95",
                        "durable intake over HTTP",
                        "pushed to searchable, sustained",
                        "pushed to searchable, p99",
                        "heap in use, highest seen");
        assertThat(report.figures())
                .allSatisfy(figure -> assertThat(figure.value()).isPositive());
        assertThat(report.notes()).singleElement().asString().contains("3,000");
        assertThat(steps).isNotEmpty();
    }
}
