package huisheng.alert.delivery;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.insight.ask.Wording;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every notifier does, whatever it speaks to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NotifierContract {
    static final Instant NOW = Instant.parse("2026-11-01T02:03:04Z");
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    final Vertx vertx = Vertx.vertx();

    @AfterAll
    void closeVertx() {
        await(vertx.close());
    }

    abstract Notifier notifier();

    /** Of a target that takes everything. */
    abstract Address address();

    /** Of a place where nothing listens. */
    abstract Address nowhere();

    /** All that the target took since it was asked last, as people or systems read it. */
    abstract List<String> received();

    static Notice notice(String title, String text) {
        return new Notice(
                "alert:17:raised",
                "alert.raised",
                1,
                Wording.same(title),
                new Wording(text, "in English: " + text),
                "/alerts/17",
                NOW,
                Map.of("n", 3));
    }

    @CanIgnoreReturnValue
    Outcome send(Address to, Notice notice) {
        return await(notifier().send(new Parcel(notice, "https://voc.example/alerts/17", to, Locale.CHINESE, NOW)));
    }

    @Test
    void send_notice_isTakenWithTitleTextAndLink() {
        assertThat(send(address(), notice("云岭 瓶口漏酒", "近 24 小时 37 条差评\n较上周 +210%")))
                .isEqualTo(Outcome.DELIVERED);
        assertThat(received())
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .contains("云岭 瓶口漏酒")
                        .contains("近 24 小时 37 条差评")
                        .contains("较上周 +210%")
                        .contains("https://voc.example/alerts/17"));
    }

    @Test
    void send_textFarTooLong_isTakenAllTheSame() {
        assertThat(send(address(), notice("标题".repeat(500), "漏酒😡\"\\\n".repeat(20_000))))
                .isEqualTo(Outcome.DELIVERED);
        assertThat(received())
                .singleElement()
                .satisfies(told -> assertThat(told).contains("标题标题", "漏酒"));
    }

    @Test
    void send_toNowhere_isUnreachableAndTellsNoAddress() {
        assertThat(send(nowhere(), notice("标题", "内容")))
                .isInstanceOfSatisfying(
                        Outcome.Unreachable.class,
                        outcome -> assertThat(outcome.why())
                                .doesNotContain("127.0.0.1")
                                .doesNotContain("localhost")
                                .doesNotContain(FakeBots.TOKEN));
    }
}
