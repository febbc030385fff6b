package huisheng.insight.ask;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.insight.MeasureTrend;
import huisheng.insight.RisingWords;
import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Scope;
import huisheng.review.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskedTest {
    private static final Instant NOW = Instant.parse("2026-11-29T17:20:00Z");
    private static final Instant HOUR = Instant.parse("2026-11-29T18:00:00Z");
    private static final Instant FROM = Instant.parse("2026-10-15T00:00:00Z");

    private static Period period(Question question, Filter filter, Map<String, String> given) {
        return Asked.of(question, new Selection(Scope.ALL, filter), given, aspect -> aspect, NOW)
                .period();
    }

    private static Period period(Period asked) {
        return period(new RisingWords(), Filter.NONE.during(asked), Map.of());
    }

    @Test
    void noPeriod_isTheQuestionsOwnUpToNow() {
        assertThat(period(new RisingWords(), Filter.NONE, Map.of()))
                .isEqualTo(new Period(HOUR.minus(Duration.ofDays(30)), HOUR));
        assertThat(period(new MeasureTrend(), Filter.NONE, Map.of("interval", "hour")))
                .isEqualTo(new Period(HOUR.minus(Duration.ofDays(30)), HOUR));
        assertThat(period(new MeasureTrend(), Filter.NONE, Map.of()))
                .isEqualTo(new Period(HOUR.minus(Duration.ofDays(180)), HOUR));
    }

    @Test
    void end_isNotInTheFuture() {
        assertThat(period(new Period(FROM, Instant.parse("2026-11-29T16:00:00Z").plus(Duration.ofDays(1)))))
                .isEqualTo(new Period(FROM, HOUR));
        Period past = new Period(FROM, FROM.plus(Duration.ofDays(3)));
        assertThat(period(past)).isEqualTo(past);
    }

    @Test
    void future_staysWhatWasAsked() {
        Period future = new Period(HOUR.plus(Duration.ofDays(10)), HOUR.plus(Duration.ofDays(20)));
        assertThat(period(future)).isEqualTo(future);
    }

    @Test
    void endAlone_endsThePeriod() {
        Instant until = Instant.parse("2026-11-01T00:00:00Z");
        assertThat(period(new Period(Period.BEGINNING, until)))
                .isEqualTo(new Period(until.minus(Duration.ofDays(30)), until));
    }
}
