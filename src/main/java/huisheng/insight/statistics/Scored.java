package huisheng.insight.statistics;

import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * An estimate whose interval is known at every confidence, which is all that is needed to combine it with others and to
 * test it.
 */
interface Scored {
    double value();

    /** @param z normal quantile of the confidence, 0 or more; the limits part as it grows and meet in the value at 0 */
    double low(double z);

    double high(double z);

    /**
     * {@code a − b} of independent estimates by the limits of each: G. Y. Zou and A. Donner, "Construction of confidence
     * limits about effect measures: a general approach", Statistics in Medicine 27 (2008), 1693–1702. Nested, it is the
     * same as over all the parts at once.
     */
    static Scored difference(Scored a, Scored b) {
        return new Difference(a, b);
    }

    /**
     * Probability of an estimate so far from 0 by chance alone: at one minus this confidence the interval just touches 0,
     * so that p and interval never contradict each other.
     */
    static double p(Scored estimate) {
        double value = estimate.value();
        if (value == 0) return 1;
        double furthest = 38;
        if (nearest(estimate, furthest) * value > 0) return 0;
        double z = new BrentSolver(1e-13, 1e-11).solve(1000, x -> nearest(estimate, x), 0, furthest);
        return Normal.twoSided(z);
    }

    private static double nearest(Scored estimate, double z) {
        return estimate.value() > 0 ? estimate.low(z) : estimate.high(z);
    }

    record Difference(Scored a, Scored b) implements Scored {
        @Override
        public double value() {
            return a.value() - b.value();
        }

        @Override
        public double low(double z) {
            return value() - Math.hypot(a.value() - a.low(z), b.high(z) - b.value());
        }

        @Override
        public double high(double z) {
            return value() + Math.hypot(a.high(z) - a.value(), b.value() - b.low(z));
        }
    }
}
