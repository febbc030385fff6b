package huisheng.insight.series;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** How far out a value lies in the distribution expected. */
sealed interface Tails {
    /** Probability of a value that low or lower. */
    double lower(double value);

    /** Probability of a value that high or higher. */
    double upper(double value);

    /** The least value of which {@link #lower} is above {@code tail}. */
    double least(double tail);

    /** The greatest value of which {@link #upper} is above {@code tail}. */
    double greatest(double tail);

    /** Two-sided probability. */
    default double p(double value) {
        return Math.min(1, 2 * Math.min(lower(value), upper(value)));
    }

    /** The deviate of a standard normal variable that is as far out, at most 38. */
    default double z(double value) {
        double low = lower(value);
        double high = upper(value);
        double tail = Math.max(Math.min(1, 2 * Math.min(low, high)), 1e-300);
        double z = Math.sqrt(2) * Erf.erfcInv(tail);
        return low < high ? -z : z;
    }

    /**
     * Of whole numbers with a mean and a variance: binomial, Poisson or negative binomial, by whether the variance lies
     * below, at or above the mean (the class of H. H. Panjer, ASTIN Bulletin 12 (1981), 22–26), matched by moments.
     *
     * @param mean above 0
     * @param variance above 0
     */
    record Whole(double mean, double variance) implements Tails {
        private static final double NEAR = 1e-6;

        @Override
        public double lower(double value) {
            double k = Math.floor(value + NEAR);
            if (k < 0) return 0;
            double ratio = variance / mean;
            if (Math.abs(ratio - 1) < NEAR) return Gamma.regularizedGammaQ(k + 1, mean);
            if (ratio > 1) return Beta.regularizedBeta(1 / ratio, mean / (ratio - 1), k + 1);
            double trials = mean / (1 - ratio);
            return k >= trials ? 1 : Beta.regularizedBeta(ratio, trials - k, k + 1);
        }

        @Override
        public double upper(double value) {
            double k = Math.ceil(value - NEAR);
            if (k <= 0) return 1;
            double ratio = variance / mean;
            if (Math.abs(ratio - 1) < NEAR) return Gamma.regularizedGammaP(k, mean);
            if (ratio > 1) return Beta.regularizedBeta(1 - 1 / ratio, k, mean / (ratio - 1));
            double trials = mean / (1 - ratio);
            return k > trials ? 0 : Beta.regularizedBeta(1 - ratio, k, trials - k + 1);
        }

        @Override
        public double least(double tail) {
            double least = Math.floor(mean);
            for (double step = step(); step >= 1; step = Math.floor(step / 2)) {
                while (least - step >= 0 && lower(least - step) > tail) least -= step;
            }
            return least;
        }

        @Override
        public double greatest(double tail) {
            double greatest = Math.ceil(mean);
            while (greatest > 0 && upper(greatest) <= tail) greatest--;
            for (double step = step(); step >= 1; step = Math.floor(step / 2)) {
                while (upper(greatest + step) > tail) greatest += step;
            }
            return greatest;
        }

        /** About one standard deviation, in whole numbers. */
        private double step() {
            return Math.max(1, Math.rint(Math.sqrt(variance)));
        }
    }

    /** Of a mean: Student's, the deviation being an estimate with {@code freedom} degrees. */
    record Smooth(double mean, double deviation, double freedom) implements Tails {
        @Override
        public double lower(double value) {
            if (deviation == 0) return value < mean ? 0 : 1;
            return new TDistribution(freedom).cumulativeProbability((value - mean) / deviation);
        }

        @Override
        public double upper(double value) {
            if (deviation == 0) return value > mean ? 0 : 1;
            return new TDistribution(freedom).cumulativeProbability((mean - value) / deviation);
        }

        @Override
        public double least(double tail) {
            return deviation == 0
                    ? mean
                    : mean + deviation * new TDistribution(freedom).inverseCumulativeProbability(tail);
        }

        @Override
        public double greatest(double tail) {
            return deviation == 0
                    ? mean
                    : mean - deviation * new TDistribution(freedom).inverseCumulativeProbability(tail);
        }
    }

    /** Of two distributions, always the one in which a value is less far out. */
    record Wider(Tails one, Tails other) implements Tails {
        @Override
        public double lower(double value) {
            return Math.max(one.lower(value), other.lower(value));
        }

        @Override
        public double upper(double value) {
            return Math.max(one.upper(value), other.upper(value));
        }

        @Override
        public double least(double tail) {
            return Math.min(one.least(tail), other.least(tail));
        }

        @Override
        public double greatest(double tail) {
            return Math.max(one.greatest(tail), other.greatest(tail));
        }
    }
}
