package huisheng.bench;

import huisheng.demo.DemoCorpus;
import huisheng.review.Review;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Reviews to measure with: those of the demo's invented liquor house, about 40 characters each. The same seed gives the
 * same reviews. Beyond {@link #DISTINCT} texts repeat, with other ids, writers and times.
 */
final class Corpus {
    /** Texts that are written; a text costs more to write than to push. */
    static final int DISTINCT = 40_000;

    private static final int DAYS = 180;
    static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final Instant FIRST =
            LAST.minusDays(DAYS - 1L).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();

    private final List<Review> written;
    private final long seed;

    private Corpus(List<Review> written, long seed) {
        this.written = written;
        this.seed = seed;
    }

    static Corpus write(Path home, long seed, int reviews) {
        List<Review> written = new ArrayList<>();
        Path folder = home.resolve("corpora/demo");
        int wanted = Math.min(reviews, DISTINCT);
        for (int part = 0; written.size() < wanted; part++) {
            int size = Math.max(1_000, Math.min(DemoCorpus.REVIEWS, wanted - written.size()));
            written.addAll(DemoCorpus.generate(folder, seed + part, size, LAST, true));
        }
        return new Corpus(List.copyOf(written), seed);
    }

    /** Texts as they were written. */
    List<String> texts() {
        return written.stream().map(Review::text).toList();
    }

    int distinct() {
        return written.size();
    }

    /** Mean length in characters. */
    double length() {
        return written.stream()
                .mapToInt(review -> review.text().length())
                .average()
                .orElse(0);
    }

    /** Mean length in bytes of UTF-8. */
    double bytes() {
        return written.stream()
                .mapToInt(review -> review.text().getBytes(StandardCharsets.UTF_8).length)
                .average()
                .orElse(0);
    }

    /** The review of a number from 0 on; its id is its own, and no other number has it. */
    Review review(int number) {
        Review model = written.get(number % written.size());
        Random random = new Random(seed * 31 + number);
        Duration shift = Duration.ofSeconds(random.nextInt(DAYS * 86_400));
        return new Review(
                model.channel(),
                "bench-" + seed + "-" + number,
                model.kind(),
                model.parent(),
                model.brand(),
                model.product(),
                model.productName(),
                model.store(),
                model.region(),
                model.author(),
                model.rating(),
                model.text(),
                model.language(),
                number < written.size() ? model.writtenAt() : FIRST.plus(shift),
                model.likes(),
                model.url(),
                model.variant(),
                model.attributes());
    }

    /** The channel's id of the writer: two reviews in three have one of their own. */
    String user(int number) {
        return "u-" + new Random(seed * 17 + number).nextInt(Math.max(1_000, number));
    }
}
