package huisheng.alert.rule;

import java.time.Duration;

/** A condition on many reviews together, evaluated now and again. */
public sealed interface Watched extends Condition permits Threshold, Anomaly, RisingWord, CompetitorMove, Crisis {
    Duration LEAST_EVERY = Duration.ofMinutes(1);
    Duration MOST_EVERY = Duration.ofDays(7);

    /** Time from one evaluation to the next. */
    Duration every();
}
