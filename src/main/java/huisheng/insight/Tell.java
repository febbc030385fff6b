package huisheng.insight;

import java.util.Locale;

/** Writes figures into sentences. */
final class Tell {
    private static final int MOST_OF_QUERY = 40;

    private Tell() {}

    /** {@code 12.3%}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", plain(share * 100, 1));
    }

    /** {@code +6.2}, of a difference of shares. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f", plain(difference * 100, 1));
    }

    /** {@code -0.31}, of a net sentiment or a mean of stars. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", plain(value, 2));
    }

    /** {@code +0.31}. */
    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", plain(value, 2));
    }

    /** {@code =0.012} or {@code <0.001}. */
    static String chance(double p) {
        return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "=%.3f", p);
    }

    /** Of a search query what a sentence has room for. */
    static String query(String query) {
        return query.length() <= MOST_OF_QUERY ? query : query.substring(0, MOST_OF_QUERY) + "…";
    }

    /** Without the sign of a zero. */
    private static double plain(double value, int digits) {
        double unit = Math.pow(10, digits);
        double rounded = Math.rint(value * unit) / unit;
        return rounded == 0 ? 0 : rounded;
    }
}
