package huisheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Review;
import huisheng.review.ReviewKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCorpusTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private final List<Review> reviews = Corpora.DEMO.reviews();

    @Test
    void generate_sameArguments_sameReviews() {
        assertThat(DemoCorpus.generate(Corpora.FOLDER, 7, 1_500, Corpora.LAST, true))
                .isEqualTo(DemoCorpus.generate(Corpora.FOLDER, 7, 1_500, Corpora.LAST, true))
                .isNotEqualTo(DemoCorpus.generate(Corpora.FOLDER, 8, 1_500, Corpora.LAST, true));
    }

    @Test
    void write_fullSize_isComplete() {
        DemoCorpus made = DemoCorpus.write(Corpora.FOLDER, 3, DemoCorpus.REVIEWS, Corpora.LAST, true);
        assertThat(made.reviews()).hasSize(DemoCorpus.REVIEWS);
    }

    @Test
    void reviews_all_uniqueSortedAndWithinThePeriod() {
        Instant from = Corpora.LAST.minusDays(179).atStartOfDay(CHINA).toInstant();
        Instant until = Corpora.LAST.plusDays(1).atStartOfDay(CHINA).toInstant();
        assertThat(reviews).isSortedAccordingTo(Comparator.comparing(Review::writtenAt));
        assertThat(reviews)
                .allSatisfy(
                        r -> assertThat(r.writtenAt()).isAfterOrEqualTo(from).isBefore(until));
        assertThat(reviews.stream().map(DemoCorpusTest::id)).doesNotHaveDuplicates();
        assertThat(reviews).allSatisfy(r -> assertThat(r.author().key()).matches("u-\\d{6}"));
    }

    @Test
    void texts_apartFromPlantedCopies_nearlyAllDistinct() {
        Set<String> empty = emptyTexts();
        List<String> own = reviews.stream()
                .map(Review::text)
                .filter(t -> !empty.contains(t) && !t.contains("喝过最好的酒"))
                .toList();
        assertThat(own).hasSizeGreaterThan(18_000);
        assertThat(new HashSet<>(own).size() / (double) own.size()).isGreaterThan(0.97);
    }

    @Test
    void texts_all_filledAndTidy() {
        assertThat(reviews)
                .allSatisfy(r -> assertThat(r.text())
                        .isNotBlank()
                        .doesNotContain("<", ">", "null", "，，", "。，", "，。", "？。", "？，")
                        .hasSizeLessThan(500));
    }

    @Test
    void dimensions_all_wellFilled() {
        assertThat(shares(Review::channel))
                .hasSize(6)
                .allSatisfy((c, n) -> assertThat(n).isGreaterThan(800L));
        assertThat(shares(Review::region))
                .hasSize(8)
                .allSatisfy((c, n) -> assertThat(n).isGreaterThan(800L));
        assertThat(shares(Review::brand))
                .hasSize(4)
                .allSatisfy((c, n) -> assertThat(n).isGreaterThan(1_000L));
        assertThat(shares(Review::product)).hasSize(9);
        assertThat(shares(r -> r.author().ageBand())).hasSize(5);
        assertThat(reviews.stream().filter(r -> r.rating() != null)).hasSizeBetween(13_000, 17_500);
    }

    @Test
    void followups_all_comeAfterTheirParent() {
        Map<String, Review> byId = reviews.stream().collect(Collectors.toMap(DemoCorpusTest::id, Function.identity()));
        List<Review> followups =
                reviews.stream().filter(r -> r.kind() == ReviewKind.FOLLOWUP).toList();
        assertThat(followups).hasSizeGreaterThan(800);
        assertThat(followups).allSatisfy(f -> {
            Review parent = Objects.requireNonNull(byId.get(f.channel() + "/" + f.parent()));
            assertThat(parent.writtenAt()).isBefore(f.writtenAt());
            assertThat(parent.author()).isEqualTo(f.author());
            assertThat(parent.product()).isEqualTo(f.product());
        });
    }

    @Test
    void edits_all_ofKnownReviewsWithOtherText() {
        Map<String, Review> byId = reviews.stream().collect(Collectors.toMap(DemoCorpusTest::id, Function.identity()));
        assertThat(Corpora.DEMO.edits())
                .hasSizeBetween(100, 400)
                .allSatisfy(e -> assertThat(byId.get(id(e)))
                        .isNotNull()
                        .extracting(Review::text)
                        .isNotEqualTo(e.text()));
    }

    @Test
    void days_festival_busierThanOrdinary() {
        Map<LocalDate, Long> days = reviews.stream()
                .collect(Collectors.groupingBy(r -> r.writtenAt().atZone(CHINA).toLocalDate(), Collectors.counting()));
        assertThat(days).hasSize(180);
        assertThat(mean(days, LocalDate.of(2026, 11, 11), 10))
                .isGreaterThan(1.8 * mean(days, LocalDate.of(2026, 10, 15), 14));
    }

    @Test
    void personalData_about_oneInTwoHundred() {
        Pattern invented =
                Pattern.compile("1380013|@example|jiuyou\\d|heyiliang_|wx_demo|(DD2026|YL88)\\d|新禾路|望溪路|麦场街|麥場街");
        long with =
                reviews.stream().filter(r -> invented.matcher(r.text()).find()).count();
        assertThat(with).isBetween(50L, 220L);
    }

    private static double mean(Map<LocalDate, Long> days, LocalDate from, int count) {
        return from.datesUntil(from.plusDays(count))
                .mapToLong(d -> days.getOrDefault(d, 0L))
                .average()
                .orElseThrow();
    }

    private Map<String, Long> shares(Function<Review, String> by) {
        return reviews.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static Set<String> emptyTexts() {
        return Set.copyOf(Grammar.read(Corpora.FOLDER).planted().defaults());
    }

    static String id(Review review) {
        return review.channel() + "/" + review.externalId();
    }
}
