package huisheng.analysis.noise;

import huisheng.analysis.text.Normalisation;
import huisheng.review.TextPrint;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sketches texts by MinHash over their character 3-grams, blanks and signs left out: A. Z. Broder, "On the resemblance
 * and containment of documents", SEQUENCES 1997. Two texts of similarity 0.8 share a band in 99.8 of 100 cases, of 0.7
 * in 96, of 0.4 in 27.
 */
public final class TextPrints {
    private static final int BANDS = 12;
    private static final int ROWS = 4;
    private static final int HASHES = 128;
    private static final int GRAM = 3;
    /** Shorter texts are alike by chance: thanks, set phrases, a system's own sentences. */
    private static final int MIN_GRAMS = 18;

    private static final long[] FACTORS = factors();

    private TextPrints() {}

    /** Empty for a text too short to be called a copy of another. */
    public static Optional<TextPrint> of(String text) {
        String letters = letters(Normalisation.normalise(text).text());
        long[] grams = new long[Math.max(0, letters.length() - GRAM + 1)];
        for (int i = 0; i < grams.length; i++) grams[i] = hash(letters, i);
        if (Arrays.stream(grams).distinct().limit(MIN_GRAMS).count() < MIN_GRAMS) return Optional.empty();
        return Optional.of(print(minima(grams)));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static long hash(String letters, int at) {
        long gram = 0;
        for (int i = at; i < at + GRAM; i++) gram = (gram << 16) | letters.charAt(i);
        return mix(gram);
    }

    private static int[] minima(long[] grams) {
        int[] minima = new int[HASHES];
        for (int i = 0; i < HASHES; i++) {
            long factor = FACTORS[i];
            int least = Integer.MAX_VALUE;
            for (long gram : grams) least = Math.min(least, (int) ((gram * factor) >>> 33));
            minima[i] = least;
        }
        return minima;
    }

    private static TextPrint print(int[] minima) {
        int[] bands = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) hash = mix(hash * 31 + minima[band * ROWS + row]);
            bands[band] = (int) hash;
        }
        byte[] signature = new byte[HASHES];
        for (int i = 0; i < HASHES; i++) signature[i] = (byte) minima[i];
        return new TextPrint(bands, signature);
    }

    private static long[] factors() {
        long[] factors = new long[HASHES];
        long state = 0;
        for (int i = 0; i < HASHES; i++) {
            state += 0x9E37_79B9_7F4A_7C15L;
            factors[i] = mix(state) | 1;
        }
        return factors;
    }

    /** The finaliser of SplitMix64: G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
