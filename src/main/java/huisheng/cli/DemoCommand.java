package huisheng.cli;

import huisheng.demo.DemoCorpus;
import huisheng.review.Review;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the product: the embedded database, twenty thousand reviews of a liquor house, the page. */
@Command(
        name = "demo",
        description = {"Runs the service with the demo reviews.", "载入演示数据并启动服务。"},
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int BATCH = 500;
    private static final long LONGEST_NANOS = 600_000_000_000L;

    private final Path home;
    private final Service.Starter starter;

    @Option(names = "--reviews", defaultValue = "20000", description = "default: ${DEFAULT-VALUE}")
    private int reviews = 20_000;

    @Option(names = "--exit", description = "stop once everything is loaded and searchable")
    private boolean exit;

    DemoCommand(Path home, Service.Starter starter) {
        this.home = home;
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        Service service = starter.start("baijiu");
        try {
            if (service.searchable() + service.waiting() == 0) load(service);
            say(service, service.newKey("demo " + LocalDate.now(ZoneId.systemDefault())));
            if (!exit) ServeCommand.untilStopped(service);
        } finally {
            if (exit) service.close();
        }
        return 0;
    }

    private void load(Service service) {
        LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        DemoCorpus corpus = DemoCorpus.write(home.resolve("corpora/demo"), DemoCorpus.SEED, reviews, yesterday, true);
        List<Review> all = new ArrayList<>(corpus.reviews());
        all.addAll(corpus.edits());
        try (ProgressBar bar = bar("载入 load", all.size())) {
            for (int from = 0; from < all.size(); from += BATCH) {
                List<Review> batch = all.subList(from, Math.min(all.size(), from + BATCH));
                int refused = service.push(batch.stream()
                        .map(review -> CanonicalJson.of(review, review.author().key()))
                        .toList());
                if (refused > 0) throw new IllegalStateException(refused + " demo reviews were refused");
                bar.stepBy(batch.size());
            }
        }
        try (ProgressBar bar = bar("分析 analyse", corpus.reviews().size())) {
            long deadline = System.nanoTime() + LONGEST_NANOS;
            while (service.waiting() > 0) {
                if (System.nanoTime() > deadline) throw new IllegalStateException("the analysis stands still");
                bar.stepTo(service.searchable());
                LockSupport.parkNanos(100_000_000);
            }
            bar.stepTo(service.searchable());
        }
    }

    private static ProgressBar bar(String name, long size) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(size)
                .setUpdateIntervalMillis(200)
                .build();
    }

    private static void say(Service service, String key) {
        String url = service.url().toString();
        System.out.printf("""

                打开 Open  %1$s/#key=%2$s
                密钥 Key   %2$s

                curl -H 'Authorization: Bearer %2$s' '%1$s/api/v1/reviews?q=%%E6%%BC%%8F%%E9%%85%%92&limit=3'
                curl -H 'Authorization: Bearer %2$s' '%1$s/api/v1/trends/sentiment?interval=month'
                curl -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' -d '{"channel":"store-box","externalId":"hello-1","text":"酒香不错，就是瓶口漏酒","rating":2,"writtenAt":"%3$s"}' %1$s/api/v1/reviews

                Ctrl-C 停止 stops
                """, url, key, java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }
}
