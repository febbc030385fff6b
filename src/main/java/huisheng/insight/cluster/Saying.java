package huisheng.insight.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to say a wish or complaint.
 *
 * @param text as it was said
 * @param core what is left without the frame of a wish, particles and light verbs: 能不能送个酒杯 is 酒杯
 */
public record Saying(String text, String core) {
    /** UTF-16 units of a label. */
    public static final int LONGEST_PHRASE = 14;
    /** Of the characters of the shorter core that the longer one must hold, in order. */
    private static final double SAME = 0.7;

    private static final int LEAST_CORE = 2;
    private static final Pattern CLAUSE_END = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static Saying of(String text) {
        String read = text.substring(0, Math.min(Documents.MAX_TEXT, text.length()));
        return new Saying(text, Wording.core(read));
    }

    /** Whether both say the same: 希望出个小瓶装 and 什么时候出小瓶装, but not 手提两瓶装. */
    public boolean isLike(Saying other) {
        return likeness(other) >= SAME;
    }

    /** 0 to 1: characters that the cores share in the same order, of those of the shorter one. */
    public double likeness(Saying other) {
        int shorter = Math.min(core.length(), other.core.length());
        if (shorter < LEAST_CORE) return core.equals(other.core) ? 1 : 0;
        return (double) common(core, other.core) / shorter;
    }

    /** Length of the longest common subsequence. */
    private static int common(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j < other.length(); j++) {
                int above = row[j + 1];
                row[j + 1] = one.charAt(i) == other.charAt(j) ? diagonal + 1 : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return Arrays.stream(row).max().orElse(0);
    }

    /** What was said without the frame, whole where it is short, else its shortest telling clause; never a cut word. */
    public String phrase() {
        String whole = Wording.unframed(text.strip());
        if (whole.length() <= LONGEST_PHRASE && !Wording.core(whole).isEmpty()) return whole;
        List<String> clauses = CLAUSE_END
                .splitAsStream(text)
                .map(Wording::unframed)
                .filter(clause -> Wording.core(clause).length() >= LEAST_CORE)
                .toList();
        return Stream.concat(clauses.stream(), Stream.of(text.strip()).filter(all -> clauses.isEmpty()))
                .min(Comparator.comparingInt(String::length))
                .orElse(text);
    }
}
