package huisheng.insight.change;

import huisheng.insight.ask.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private final Measure measure;

    Figures(Measure measure) {
        this.measure = measure;
    }

    /** A value of the measure: {@code 12.5 %}, {@code 0.43}, {@code 1,200}. */
    String value(double value) {
        return switch (measure) {
            case SHARE -> percent(value, 1);
            case MEAN -> plain(value, 2);
            case COUNT -> count(value);
        };
    }

    /** A difference of the measure without its sign. */
    Wording difference(double difference) {
        double size = Math.abs(difference);
        if (measure != Measure.SHARE) return Wording.same(value(size));
        String points = plain(size * 100, 1);
        return new Wording(points + " 个百分点", points + " percentage points");
    }

    /** A part of the whole, 0 to 1. */
    static String part(double part) {
        return percent(part, 0);
    }

    static String count(double count) {
        return String.format(Locale.ROOT, "%,d", Math.round(count));
    }

    static String p(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + plain(p, p < 0.1 ? 3 : 2);
    }

    private static String percent(double share, int digits) {
        return plain(share * 100, digits) + " %";
    }

    private static String plain(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
