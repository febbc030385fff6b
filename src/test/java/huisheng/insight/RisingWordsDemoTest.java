package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.day;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RisingWordsDemoTest {
    private static DemoReviews demo;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoReviews.withEvents();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    private static RisingWords.Answer ask(Selection selection, String... given) throws IOException {
        return demo.answer(RisingWords.Answer.class, new RisingWords(), selection, given);
    }

    private static Selection where(Selection selection, Dimension dimension, String value) {
        return selection.with(selection.filter().with(dimension, Set.of(value)));
    }

    @Test
    void spicyAmongTheYoung_isAtTheTop() throws IOException {
        Selection young = where(all(days(140, 180)), Dimension.AGE_BAND, "18-24");
        assertThat(ask(young).rising().stream().limit(3))
                .anyMatch(word -> word.word().contains("辛辣"));
        RisingWords.Word word = ask(young).rising().getFirst();
        assertThat(word.z()).isGreaterThan(5);
        assertThat(day(Objects.requireNonNull(word.began()).start())).isBetween(117, 123);
    }

    @Test
    void leakInHenan_isAtTheTop() throws IOException {
        Selection henan = where(all(days(100, 115)), Dimension.REGION, "河南");
        assertThat(ask(henan).rising().stream().limit(3))
                .anyMatch(word -> word.word().contains("漏"));
        RisingWords.Word word = ask(henan).rising().getFirst();
        assertThat(day(Objects.requireNonNull(word.began()).start())).isBetween(97, 103);
    }
}
