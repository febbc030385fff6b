package huisheng.learning.evaluation;

import java.util.List;

/** Counts of gold (rows) against guess (columns), row by row in one array; guesses may have further classes. */
record Matrix(List<String> golds, List<String> guesses) {
    /** @param guesses start with the golds, in their order */
    Matrix {
        golds = List.copyOf(golds);
        guesses = List.copyOf(guesses);
        if (!guesses.subList(0, golds.size()).equals(golds)) throw new IllegalArgumentException("orders differ");
    }

    Tally tally(String gold, String guess) {
        int row = golds.indexOf(gold);
        if (row < 0) return Tally.NONE;
        double[] counts = new double[golds.size() * guesses.size()];
        counts[row * guesses.size() + guesses.indexOf(guess)] = 1;
        return new Tally(counts, gold.equals(guess), List.of(gold), List.of(guess));
    }

    double accuracy(double[] counts) {
        double right = 0;
        double all = 0;
        for (int g = 0; g < golds.size(); g++) right += counts[g * guesses.size() + g];
        for (double count : counts) all += count;
        return Measure.ratio(right, all);
    }

    /** The mean of the F1 of the classes that occur in gold or guess; a further class of the guesses is only wrong. */
    double macroF1(double[] counts) {
        double sum = 0;
        int classes = 0;
        for (int c = 0; c < golds.size(); c++) {
            double f1 = f1(counts, c);
            if (Double.isNaN(f1)) continue;
            sum += f1;
            classes++;
        }
        return Measure.ratio(sum, classes);
    }

    private double f1(double[] counts, int c) {
        double gold = 0;
        double guess = 0;
        for (int i = 0; i < guesses.size(); i++) gold += counts[c * guesses.size() + i];
        for (int i = 0; i < golds.size(); i++) guess += counts[i * guesses.size() + c];
        double hits = counts[c * guesses.size() + c];
        return Measure.f1(hits, guess - hits, gold - hits);
    }
}
