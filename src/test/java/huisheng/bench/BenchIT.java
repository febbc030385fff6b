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
