package huisheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTruthTest {
    private static final LocalDate FIRST = Corpora.LAST.minusDays(179);
    private final DemoTruth truth = Corpora.DEMO.truth();
    private final List<Review> reviews = Corpora.DEMO.reviews();
    private final Map<String, Review> byId =
            reviews.stream().collect(Collectors.toMap(DemoCorpusTest::id, Function.identity()));

    /** After a wanted change, {@code mvn test -Dtest=DemoTruthTest -Dhuisheng.demo.write=true} writes the file anew. */
    @Test
    void file_committed_equalsWhatTheGeneratorSays() throws IOException {
        Path file = Corpora.FOLDER.resolve("truth.json");
        if (Boolean.getBoolean("huisheng.demo.write")) Files.writeString(file, truth.toJson());
        assertThat(DemoTruth.read(Corpora.FOLDER)).isEqualTo(truth);
        assertThat(Files.readString(file)).isEqualTo(truth.toJson());
    }

    @Test
    void truth_otherLastDay_same() {
        LocalDate other = LocalDate.of(2027, 3, 9);
        DemoCorpus moved = DemoCorpus.write(Corpora.FOLDER, DemoCorpus.SEED, DemoCorpus.REVIEWS, other, true);
        assertThat(moved.truth()).isEqualTo(truth);
    }

    @Test
    void control_holdsNoEvent() {
        assertThat(Corpora.CONTROL.truth().events()).isEmpty();
        assertThat(Corpora.CONTROL.reviews()).hasSize(DemoCorpus.REVIEWS).noneMatch(r -> r.variant() != null);
        assertThat(Corpora.CONTROL.reviews().stream().map(Review::text))
                .noneMatch(t -> t.contains("北垛降价") || t.contains("喝过最好的酒") || t.contains("洗胃"));
        double before = rate(Corpora.CONTROL.reviews(), young(0, 119), "辛辣");
        double after = rate(Corpora.CONTROL.reviews(), young(120, 179), "辛辣");
        assertThat(after).isLessThan(3 * before + 0.01);
    }

    @Test
    void events_all_withinTheirDaysAndSegment() {
        assertThat(truth.events())
                .hasSize(6)
                .allSatisfy(event -> assertThat(event.allIds()).isNotEmpty().allSatisfy(id -> {
                    Review review = review(id);
                    assertThat(day(review)).isBetween(event.start(), event.end());
                    holds(event, "region", review.region());
                    holds(event, "ageBand", review.author().ageBand());
                }));
    }

    @Test
    void events_all_sayTheirWords() {
        assertThat(truth.events())
                .allSatisfy(event -> assertThat(event.allIds()
                                .map(this::review)
                                .map(Review::text)
                                .filter(t -> event.words().stream().anyMatch(t::contains))
                                .count())
                        .isGreaterThan(
                                event.id().equals("packaging-pilot")
                                        ? 200
                                        : event.allIds().count() * 3 / 10));
    }

    @Test
    void spicy_amongTheYoung_risesThreefoldAndNowhereElse() {
        assertThat(rate(reviews, young(120, 179), "辛辣")).isGreaterThan(3 * rate(reviews, young(0, 119), "辛辣"));
        assertThat(rate(reviews, young(120, 179), "辛辣")).isGreaterThan(0.08);
        Predicate<Review> older =
                during(120, 179).and(r -> !"18-24".equals(r.author().ageBand()));
        assertThat(rate(reviews, older, "辛辣")).isLessThan(0.02);
    }

    @Test
    void leak_inTheRegion_farAboveTheRest() {
        Predicate<Review> gift = during(100, 114).and(r -> "YL-GIFT".equals(r.product()));
        double there = rate(reviews, gift.and(r -> "河南".equals(r.region())), "漏酒");
        double elsewhere = rate(reviews, gift.and(r -> !"河南".equals(r.region())), "漏酒");
        assertThat(there).isGreaterThan(0.5).isGreaterThan(10 * elsewhere);
    }

    @Test
    void priceCut_duringTheEvent_namedByOwnBuyersOnlyThen() {
        Predicate<Review> own = r -> List.of("砚鹭", "禾雀里").contains(r.brand());
        assertThat(rate(reviews, own.and(during(130, 152)), "北垛降价")).isGreaterThan(0.02);
        assertThat(rate(reviews, own.and(during(0, 129)), "北垛降价")).isZero();
    }

    @Test
    void campaign_copies_byDistinctNewVoices() {
        List<Review> copies =
                truth.event("copied-praise").allIds().map(this::review).toList();
        assertThat(copies).hasSize(180).allMatch(r -> "YL-V15".equals(r.product()));
        assertThat(copies.stream().map(r -> r.author().key())).doesNotHaveDuplicates();
    }

    @Test
    void illness_oneSevereAndSixMild() {
        Map<String, List<String>> ids = truth.event("illness").ids();
        assertThat(ids.get("severe")).hasSize(1);
        assertThat(ids.get("mild")).hasSize(6);
    }

    @Test
    void pilot_variantB_speaksBetterOfThePackaging() {
        Map<String, List<String>> ids = truth.event("packaging-pilot").ids();
        assertThat(share(ids, "B")).isGreaterThan(share(ids, "A") + 0.4);
        ids.forEach((label, members) -> assertThat(members)
                .allSatisfy(id -> assertThat(review(id).variant()).isEqualTo(label.substring(0, 1))));
    }

    private Review review(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    private static double share(Map<String, List<String>> ids, String variant) {
        double good = ids.getOrDefault(variant + "-positive", List.of()).size();
        return good / (good + ids.getOrDefault(variant + "-negative", List.of()).size());
    }

    private static void holds(
            DemoTruth.Event event, String dimension, @org.jspecify.annotations.Nullable String value) {
        List<String> values = event.segment().getOrDefault(dimension, List.of());
        if (!values.isEmpty()) assertThat(values).contains(value);
    }

    private static Predicate<Review> young(int from, int until) {
        return during(from, until).and(r -> "18-24".equals(r.author().ageBand()));
    }

    private static Predicate<Review> during(int from, int until) {
        return r -> day(r) >= from && day(r) <= until;
    }

    private static int day(Review review) {
        LocalDate day = review.writtenAt().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        return (int) (day.toEpochDay() - FIRST.toEpochDay());
    }

    private static double rate(List<Review> reviews, Predicate<Review> of, String word) {
        List<Review> selected = reviews.stream().filter(of).toList();
        assertThat(selected).isNotEmpty();
        return selected.stream().filter(r -> r.text().contains(word)).count() / (double) selected.size();
    }
}
