package huisheng.insight.ask;

import huisheng.review.Period;
import java.util.Optional;

/** The stretch that a period is compared with, where it is as long by default. */
public final class Baseline {
    public static final String FROM = "baselineFrom";
    public static final String UNTIL = "baselineUntil";

    public static final Parameter<Optional<Period>> PARAMETER = Parameter.period(
            FROM,
            UNTIL,
            new Wording(
                    "对比的基线时段，默认是窗口之前同样长的一段",
                    "what is compared with; by default the stretch of the same length before the period"));

    private Baseline() {}

    public static Period of(Asked asked) {
        return asked.get(PARAMETER).orElseGet(asked.period()::before);
    }
}
