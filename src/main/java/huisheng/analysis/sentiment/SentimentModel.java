package huisheng.analysis.sentiment;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.model.HeadReading;
import huisheng.analysis.model.KeyIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Linear model over hashed features, positive against negative. Each feature has a weight for all trades and one for each
 * domain (Daumé 2007, "Frustratingly easy domain adaptation"); the domains count by their shares in the text. The margin
 * is that of the head of all trades plus those of the domains times their shares; a logistic curve fitted on held-out rows
 * turns it into a probability. Immutable.
 */
public final class SentimentModel {
    /** The head of all trades, the first one; the domains follow. */
    public static final String ALL = "all";

    private final HeadModel heads;

    /** @param heads {@link #ALL}, calibrated on the margin of all together, and one for each domain */
    public SentimentModel(HeadModel heads) {
        if (heads.head(ALL) != 0) throw new IllegalArgumentException("no model of signs");
        this.heads = heads;
    }

    public static SentimentModel load(Path file) throws IOException {
        return new SentimentModel(HeadModel.load(file));
    }

    public void save(OutputStream stream) throws IOException {
        heads.save(stream);
    }

    /** {@link HeadModel#among}. */
    public SentimentModel among(KeyIndex vocabulary) {
        return new SentimentModel(heads.among(vocabulary));
    }

    public HeadModel heads() {
        return heads;
    }

    /**
     * Margins are above 0 for positive.
     *
     * @param shares of the domains, {@link Domains#shares}
     */
    public HeadReading read(FeatureSet features, double[] shares) {
        return heads.read(features, factors(shares));
    }

    /** What one more of margin adds to the log-odds. */
    double steepness() {
        return heads.heads().getFirst().slope();
    }

    /** Calibrated log-odds that a text with this margin is positive. */
    double logit(double margin) {
        HeadModel.Head all = heads.heads().getFirst();
        return all.slope() * margin + all.offset();
    }

    private static double[] factors(double[] shares) {
        double[] factors = new double[shares.length + 1];
        factors[0] = 1;
        System.arraycopy(shares, 0, factors, 1, shares.length);
        return factors;
    }
}
