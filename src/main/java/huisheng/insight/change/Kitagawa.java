package huisheng.insight.change;

/** The arithmetic of {@link Decomposition} over an array of {@link Sums}, one set a value. */
final class Kitagawa {
    private final double[] sets;
    private final double change;
    private final double[] rates;
    private final double[] mixes;

    private Kitagawa(double[] sets, double change) {
        this.sets = sets;
        this.change = change;
        this.rates = new double[sets.length / Sums.WIDTH];
        this.mixes = new double[rates.length];
    }

    static Kitagawa of(Measure measure, double[] sets) {
        double[] total = Sums.total(sets);
        if (measure == Measure.COUNT) return new Kitagawa(sets, total[Sums.NB] - total[Sums.NA]).differences();
        if (total[Sums.NA] <= 0 || total[Sums.NB] <= 0) {
            throw new IllegalArgumentException("a window without reviews has no " + measure);
        }
        double a = total[Sums.SA] / total[Sums.NA];
        double b = total[Sums.SB] / total[Sums.NB];
        return new Kitagawa(sets, b - a).effects(total, (a + b) / 2);
    }

    private Kitagawa differences() {
        for (int i = 0; i < rates.length; i++) {
            rates[i] = sets[i * Sums.WIDTH + Sums.NB] - sets[i * Sums.WIDTH + Sums.NA];
        }
        return this;
    }

    private Kitagawa effects(double[] total, double centre) {
        for (int i = 0; i < rates.length; i++) {
            int at = i * Sums.WIDTH;
            double nA = sets[at + Sums.NA];
            double nB = sets[at + Sums.NB];
            if (nA <= 0 && nB <= 0) continue;
            double a = nA > 0 ? sets[at + Sums.SA] / nA : sets[at + Sums.SB] / nB;
            double b = nB > 0 ? sets[at + Sums.SB] / nB : a;
            double weightA = nA / total[Sums.NA];
            double weightB = nB / total[Sums.NB];
            rates[i] = (weightA + weightB) / 2 * (b - a);
            mixes[i] = (weightB - weightA) * ((a + b) / 2 - centre);
        }
        return this;
    }

    double change() {
        return change;
    }

    double rate() {
        return sum(rates);
    }

    double mix() {
        return sum(mixes);
    }

    double mix(int i) {
        return mixes[i];
    }

    Decomposition.Effect effect(int i, String value) {
        int at = i * Sums.WIDTH;
        return new Decomposition.Effect(
                value,
                Math.round(sets[at + Sums.NA]),
                Math.round(sets[at + Sums.NB]),
                sets[at + Sums.SA],
                sets[at + Sums.SB],
                rates[i],
                mixes[i]);
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) sum += part;
        return sum;
    }
}
