package huisheng.insight;

import huisheng.insight.ask.Asked;
import huisheng.review.Selection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is meant where a review compares. What the pipeline reads is a stretch of text, 北垛划算 as well as 北垛: one that holds
 * the name of a stored brand means that brand. Immutable.
 */
final class RivalNames {
    private static final int LONGEST = 60;
    /** Point at the product under review or at nothing in particular: no rival. */
    private static final List<String> POINTING = List.of("这", "它", "那个", "那款", "你们", "你家", "我们", "贵");

    /** A name holds none of them, but a stretch of a sentence does: 机场买的, 喝惯了别的都不香. */
    private static final String OF_SENTENCES = "的了都就不没得着过也很太还是在把被吗呢吧，。！？、";

    private static final int LONGEST_NAME = 12;

    private final Set<String> brands;
    private final List<Integer> lengths;

    RivalNames(Set<String> brands) {
        this.brands = Set.copyOf(brands);
        this.lengths = brands.stream()
                .map(String::length)
                .filter(length -> length > 0 && length <= LONGEST)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The brand that is named in what was said, the longest of several. */
    Optional<String> brand(String said) {
        String start = said.substring(0, Math.min(LONGEST, said.length()));
        for (int length : lengths) {
            for (int at = 0; at + length <= start.length(); at++) {
                String part = start.substring(at, at + length);
                if (brands.contains(part)) return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** The brand that is named, else what was said; empty where that is no name. */
    Optional<String> meant(String said) {
        boolean names = said.length() > 1
                && said.length() <= LONGEST_NAME
                && POINTING.stream().noneMatch(said::startsWith)
                && said.chars().noneMatch(c -> OF_SENTENCES.indexOf(c) >= 0);
        return brand(said).or(() -> names ? Optional.of(said) : Optional.empty());
    }

    /** Whether reviews can be searched for the name. */
    static boolean searchable(String name) {
        return name.length() <= LONGEST && name.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** The reviews of the selection whose text names it, in the words of the search language. */
    static Selection naming(Selection selection, String name) {
        return Asked.and(selection, phrase("", name));
    }

    /** Words and a name that follow each other. */
    static String phrase(String before, String name) {
        StringBuilder phrase = new StringBuilder("\"").append(before);
        for (char c : name.toCharArray()) phrase.append(QUOTES.contains(c) ? ' ' : c);
        return phrase.append('"').toString();
    }

    private static final Set<Character> QUOTES = new HashSet<>(List.of('"', '“', '”', '＂'));
}
