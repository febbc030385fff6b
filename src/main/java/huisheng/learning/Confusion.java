package huisheng.learning;

/** Counts of gold against guess for two classes. */
final class Confusion {
    private int truePositive;
    private int falsePositive;
    private int trueNegative;
    private int falseNegative;

    void add(boolean gold, boolean guess) {
        if (gold && guess) truePositive++;
        if (gold && !guess) falseNegative++;
        if (!gold && guess) falsePositive++;
        if (!gold && !guess) trueNegative++;
    }

    double accuracy() {
        int n = truePositive + falsePositive + trueNegative + falseNegative;
        return n == 0 ? 0 : (truePositive + trueNegative) / (double) n;
    }

    double macroF1() {
        return (f1(truePositive, falsePositive, falseNegative) + f1(trueNegative, falseNegative, falsePositive)) / 2;
    }

    private static double f1(int hits, int wrong, int missed) {
        return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + wrong + missed);
    }
}
