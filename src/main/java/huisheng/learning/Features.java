package huisheng.learning;

import huisheng.analysis.sentiment.SentimentModel;
import java.util.Arrays;

/** The slots of one text, sorted, repeated ones repeatedly; each weighs {@code scale / √(number of slots)}. */
final class Features {
    private final int[] slots;
    private final boolean positive;
    private final float norm;

    private Features(int[] slots, boolean positive) {
        this.slots = slots;
        this.positive = positive;
        this.norm = (float) (1 / Math.sqrt(Math.max(1, slots.length)));
    }

    static Features of(LabelledText row, int bits) {
        int[] slots = new int[row.text().length() * 4];
        int[] n = {0};
        SentimentModel.slots(row.text(), bits, slot -> slots[n[0]++] = slot);
        int[] sorted = Arrays.copyOf(slots, n[0]);
        Arrays.sort(sorted);
        return new Features(sorted, row.positive());
    }

    boolean positive() {
        return positive;
    }

    /** Not a copy: there are a hundred million of them. */
    int[] slots() {
        return slots;
    }

    double dot(float[] weights, float[] scale) {
        double sum = 0;
        for (int slot : slots) sum += weights[slot] * scale[slot];
        return sum * norm;
    }

    double squaredNorm(float[] scale) {
        double sum = 0;
        for (int i = 0; i < slots.length; ) {
            int same = i;
            while (same < slots.length && slots[same] == slots[i]) same++;
            double value = (same - i) * (double) scale[slots[i]];
            sum += value * value;
            i = same;
        }
        return sum * norm * norm;
    }

    void addTo(float[] weights, float[] scale, double factor) {
        float step = (float) (factor * norm);
        for (int slot : slots) weights[slot] += step * scale[slot];
    }
}
