package huisheng.analysis.sentiment;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;

/** Tells what trade a text speaks of: a word can praise in one and blame in another. Immutable. */
public final class Domains {
    /** A trade less likely than this is left out: its look-ups would cost more than they bring. */
    private static final double NEGLIGIBLE = 0.05;
    /** Sharpens the classifiers' margins into shares. */
    private static final double SHARPNESS = 3;

    private final HeadModel model;

    public Domains(HeadModel model) {
        this.model = model;
    }

    /** Share of each domain, in the order of the model's heads; they add up to 1, negligible ones are 0. */
    public double[] shares(FeatureSet features) {
        double[] shares = model.margins(features);
        double sum = 0;
        for (int d = 0; d < shares.length; d++) {
            shares[d] = Math.exp(SHARPNESS * shares[d]);
            sum += shares[d];
        }
        double kept = 0;
        for (int d = 0; d < shares.length; d++) {
            shares[d] = shares[d] / sum < NEGLIGIBLE ? 0 : shares[d] / sum;
            kept += shares[d];
        }
        for (int d = 0; d < shares.length; d++) shares[d] /= kept;
        return shares;
    }
}
