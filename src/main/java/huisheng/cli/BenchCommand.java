package huisheng.cli;

import huisheng.bench.Bench;
import huisheng.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the program against its goals. */
@Command(
        name = "bench",
        description = {
            "Measures intake, analysis, index, questions and start, each beside a plain baseline of the same run.",
            "测量写入、分析、索引、查询与启动的速度，并与同次运行的基线对比。"
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final Path home;

    @Option(names = "--reviews", description = "in the index that is asked (default: ${DEFAULT-VALUE}; goals: 1000000)")
    private int reviews = 100_000;

    @Option(names = "--pushes", description = "pushed as fast as they are taken (default: ${DEFAULT-VALUE})")
    private int pushes = 200_000;

    @Option(names = "--seconds", description = "at 1,000 reviews/s (default: ${DEFAULT-VALUE})")
    private int seconds = 15;

    @Option(names = "--seed", description = "default: ${DEFAULT-VALUE}")
    private long seed = 7;

    @Option(names = "--only", split = ",", description = "parts: ${COMPLETION-CANDIDATES}")
    private List<Bench.Part> only = List.of();

    @Option(names = "--work", description = "a folder to keep; its index is used again (default: a temporary one)")
    private @Nullable Path work;

    @Option(names = "--json", description = "print JSON instead of text")
    private boolean json;

    BenchCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = work == null ? Files.createTempDirectory("huisheng-bench") : work;
        try {
            Set<Bench.Part> parts = only.isEmpty() ? EnumSet.allOf(Bench.Part.class) : EnumSet.copyOf(only);
            Bench.Plan plan = new Bench.Plan(home, folder, seed, reviews, pushes, seconds, parts);
            Report report = Bench.run(plan, step -> System.err.println("… " + step));
            System.out.println(json ? report.json() : report.text());
            return 0;
        } finally {
            if (work == null) delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
