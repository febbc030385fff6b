package huisheng.ticket;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which stretches of characters two texts have in common: why one is taken for like the other. */
final class SharedWords {
    private static final int LEAST = 2;
    private static final int MOST = 8;
    /** Of a text; what stands behind it adds little to an explanation. */
    private static final int MAX_TEXT = 4_000;

    private SharedWords() {}

    /** The longest first. */
    static List<String> of(String text, String other) {
        String mine = plain(text);
        String theirs = plain(other);
        Set<String> shared = new LinkedHashSet<>();
        for (int i = 0; i < mine.length(); ) {
            int end = longest(mine, i, theirs);
            if (end - i >= LEAST) shared.add(mine.substring(i, end));
            i = Math.max(i + 1, end);
        }
        return shared.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST)
                .toList();
    }

    /** Where the longest stretch of letters and digits from {@code start} on ends that the other text holds. */
    private static int longest(String text, int start, String other) {
        int end = start;
        while (end < text.length()
                && Character.isLetterOrDigit(text.charAt(end))
                && other.contains(text.substring(start, end + 1))) {
            end++;
        }
        return end;
    }

    private static String plain(String text) {
        String bounded = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        return Normalizer.normalize(bounded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
