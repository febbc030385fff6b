package huisheng.insight;

import huisheng.index.AspectMoments;
import huisheng.index.ReviewSnapshot;
import huisheng.insight.statistics.EffectPower;
import huisheng.insight.statistics.Regression;
import huisheng.insight.statistics.RelativeWeights;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the opinions on each aspect have to do with the outcome.
 *
 * @param byAspect of the aspects that are spoken of differently in different reviews
 */
record AspectDrivers(AspectMoments.Outcome outcome, long n, double mean, double r2, Map<String, Driver> byAspect) {
    /** Reviews from which on a regression on up to {@value #MOST} aspects says something. */
    static final int MINIMUM = 100;

    static final int MOST = 20;

    /**
     * @param importance share of all that the aspects explain, 0 to 1
     * @param slope what the outcome changes from silence to praise or from blame to silence, others held
     * @param slopeError its standard error
     * @param negatives reviews with the outcome that speak ill of it
     */
    record Driver(double importance, double slope, double slopeError, long negatives) {
        /** Rise of the mean outcome over {@code n} reviews if half of those that speak ill said nothing. */
        Figure gain(long n) {
            double half = negatives / 2.0 / n;
            double reach = EffectPower.Z95 * slopeError;
            return Figure.of(n, slope * half, (slope - reach) * half, (slope + reach) * half);
        }
    }

    /** Of stars, and where too few reviews have them, of sentiment; null where these are too few as well. */
    static @Nullable AspectDrivers of(ReviewSnapshot now, Selection selection) throws IOException {
        for (AspectMoments.Outcome outcome : AspectMoments.Outcome.values()) {
            AspectMoments moments = now.moments(selection, outcome, MOST);
            if (moments.n() >= MINIMUM) return of(outcome, moments);
        }
        return null;
    }

    private static @Nullable AspectDrivers of(AspectMoments.Outcome outcome, AspectMoments moments) {
        Covariances all = new Covariances(moments);
        int[] varying = IntStream.range(0, moments.aspects().size())
                .filter(i -> all.ofAspects(i, i) > 0)
                .toArray();
        if (!(all.ofOutcome() > 0) || varying.length == 0) return null;
        double[][] predictors = new double[varying.length][varying.length];
        double[] criterion = new double[varying.length];
        for (int i = 0; i < varying.length; i++) {
            criterion[i] =
                    all.withOutcome(varying[i]) / Math.sqrt(all.ofAspects(varying[i], varying[i]) * all.ofOutcome());
            for (int j = 0; j < varying.length; j++) {
                predictors[i][j] = i == j
                        ? 1
                        : all.ofAspects(varying[i], varying[j])
                                / Math.sqrt(
                                        all.ofAspects(varying[i], varying[i]) * all.ofAspects(varying[j], varying[j]));
            }
        }
        RelativeWeights weights = RelativeWeights.of(predictors, criterion);
        Regression regression = Regression.of(predictors, criterion, moments.n());
        Map<String, Driver> drivers = new HashMap<>();
        for (int i = 0; i < varying.length; i++) {
            int aspect = varying[i];
            double unit = Math.sqrt(all.ofOutcome() / all.ofAspects(aspect, aspect));
            drivers.put(
                    moments.aspects().get(aspect),
                    new Driver(
                            weights.shares().get(i),
                            regression.coefficients().get(i) * unit,
                            regression.errors().get(i) * unit,
                            all.negatives(aspect)));
        }
        double mean = (double) moments.outcomeSum() / moments.n();
        return new AspectDrivers(outcome, moments.n(), mean, weights.r2(), Map.copyOf(drivers));
    }

    /** Where the importance of an aspect that explains as much as the average lies. */
    double averageImportance() {
        return 1.0 / byAspect.size();
    }

    private record Covariances(AspectMoments moments) {
        double ofAspects(int i, int j) {
            List<Long> sums = moments.sums();
            return covariance(moments.products().get(i).get(j), sums.get(i), sums.get(j));
        }

        double withOutcome(int i) {
            return covariance(moments.withOutcome().get(i), moments.sums().get(i), moments.outcomeSum());
        }

        double ofOutcome() {
            return covariance(moments.outcomeSquares(), moments.outcomeSum(), moments.outcomeSum());
        }

        /** Those that praise and those that blame add up to Σx², and differ by Σx. */
        long negatives(int i) {
            return (moments.products().get(i).get(i) - moments.sums().get(i)) / 2;
        }

        private double covariance(long products, long first, long second) {
            double n = moments.n();
            return products / n - first / n * (second / n);
        }
    }
}
