package huisheng.insight;

import huisheng.insight.statistics.DifferenceInDifferences;
import huisheng.insight.statistics.Mean;
import huisheng.insight.statistics.MeanDifference;
import huisheng.insight.statistics.Net;
import huisheng.insight.statistics.NetDifference;
import huisheng.insight.statistics.Proportion;
import huisheng.insight.statistics.Sample;
import huisheng.insight.statistics.ShareDifference;
import huisheng.insight.statistics.Trinomial;

/** What is known of a set of reviews by one measure: enough to tell it, and to hold it against another set. */
sealed interface Measured {
    /** Reviews that have the measure. */
    long n();

    /** Of sets that are {@link #enough}. */
    Figure estimate();

    /** This minus another, both of the same kind, of different reviews and {@link #enough}. */
    Difference against(Measured other);

    /** This minus {@code other}, beyond what {@code control} minus {@code controlOther} is; all independent. */
    Difference beyond(Measured other, Measured control, Measured controlOther);

    /** This without a part of it. */
    Measured less(Measured part);

    default boolean enough() {
        return n() >= Insufficient.MINIMUM;
    }

    default Figure figure() {
        return enough() ? estimate() : Figure.insufficient(n());
    }

    /** {@code k} of the reviews have something. */
    record Rate(long k, long n) implements Measured {
        Proportion proportion() {
            return new Proportion(k, n);
        }

        @Override
        public Figure estimate() {
            Share share = Share.of(k, n);
            return Figure.of(n, share.value(), share.low(), share.high());
        }

        @Override
        public Difference against(Measured other) {
            ShareDifference difference = ShareDifference.of(proportion(), ((Rate) other).proportion());
            return new Difference(difference.effect(), difference.low(), difference.high(), difference.p());
        }

        @Override
        public Difference beyond(Measured other, Measured control, Measured controlOther) {
            DifferenceInDifferences difference = DifferenceInDifferences.ofShares(
                    ((Rate) other).proportion(),
                    proportion(),
                    ((Rate) controlOther).proportion(),
                    ((Rate) control).proportion());
            return new Difference(difference.effect(), difference.low(), difference.high(), difference.p());
        }

        @Override
        public Rate less(Measured part) {
            Rate rate = (Rate) part;
            return new Rate(k - rate.k, n - rate.n);
        }
    }

    /** Net sentiment. */
    record Balance(long positive, long negative, long n) implements Measured {
        Trinomial trinomial() {
            return new Trinomial(positive, negative, n);
        }

        @Override
        public Figure estimate() {
            Net net = Net.of(trinomial());
            return Figure.of(n, net.value(), net.low(), net.high());
        }

        @Override
        public Difference against(Measured other) {
            NetDifference difference = NetDifference.of(trinomial(), ((Balance) other).trinomial());
            return new Difference(difference.effect(), difference.low(), difference.high(), difference.p());
        }

        @Override
        public Difference beyond(Measured other, Measured control, Measured controlOther) {
            DifferenceInDifferences difference = DifferenceInDifferences.ofNets(
                    ((Balance) other).trinomial(),
                    trinomial(),
                    ((Balance) controlOther).trinomial(),
                    ((Balance) control).trinomial());
            return new Difference(difference.effect(), difference.low(), difference.high(), difference.p());
        }

        @Override
        public Balance less(Measured part) {
            Balance balance = (Balance) part;
            return new Balance(positive - balance.positive, negative - balance.negative, n - balance.n);
        }

        /** Of one review: +1, 0 or -1. */
        double deviation() {
            double mean = (double) (positive - negative) / n;
            return Math.sqrt(Math.max(0, (double) (positive + negative) / n - mean * mean));
        }
    }

    /** Mean of the stars. */
    record Stars(long n, long sum, long squares) implements Measured {
        Sample sample() {
            double mean = (double) sum / n;
            return new Sample(n, mean, Math.max(0, (squares - sum * mean) / (n - 1)));
        }

        @Override
        public Figure estimate() {
            Mean mean = Mean.of(sample());
            return Figure.of(n, mean.value(), Math.max(1, mean.low()), Math.min(5, mean.high()));
        }

        @Override
        public Difference against(Measured other) {
            MeanDifference difference = MeanDifference.of(sample(), ((Stars) other).sample());
            return new Difference(difference.effect(), difference.low(), difference.high(), difference.p());
        }

        @Override
        public Difference beyond(Measured other, Measured control, Measured controlOther) {
            DifferenceInDifferences difference = DifferenceInDifferences.ofMeans(
                    ((Stars) other).sample(), sample(), ((Stars) controlOther).sample(), ((Stars) control).sample());
            return new Difference(difference.effect(), difference.low(), difference.high(), difference.p());
        }

        @Override
        public Stars less(Measured part) {
            Stars stars = (Stars) part;
            return new Stars(n - stars.n, sum - stars.sum, squares - stars.squares);
        }
    }
}
