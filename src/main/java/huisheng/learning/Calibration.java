package huisheng.learning;

/**
 * Fits probability = 1 / (1 + exp(-(slope · margin + offset))) to held-out margins by Newton's method, with the
 * regularised targets of Platt (1999).
 */
record Calibration(double slope, double offset) {
    private static final int ROUNDS = 100;

    static Calibration fit(double[] margins, boolean[] positive) {
        int positives = 0;
        for (boolean p : positive) if (p) positives++;
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (positive.length - positives + 2.0);
        double slope = 1;
        double offset = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double gs = 0;
            double go = 0;
            double hss = 1e-6;
            double hso = 0;
            double hoo = 1e-6;
            for (int i = 0; i < margins.length; i++) {
                double p = 1 / (1 + Math.exp(-(slope * margins[i] + offset)));
                double error = p - (positive[i] ? high : low);
                double curve = p * (1 - p);
                gs += error * margins[i];
                go += error;
                hss += curve * margins[i] * margins[i];
                hso += curve * margins[i];
                hoo += curve;
            }
            double determinant = hss * hoo - hso * hso;
            double stepSlope = (hoo * gs - hso * go) / determinant;
            double stepOffset = (hss * go - hso * gs) / determinant;
            // a whole Newton step can overshoot where few rows err
            slope -= Math.clamp(stepSlope, -1, 1);
            offset -= Math.clamp(stepOffset, -1, 1);
            if (Math.abs(stepSlope) + Math.abs(stepOffset) < 1e-8) break;
        }
        return new Calibration(slope, offset);
    }
}
