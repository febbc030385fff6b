package huisheng.analysis.english;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of one to a few words, each with a value. A word of a phrase stands for all its forms.
 *
 * @param <T> what a phrase says
 */
final class PhraseTable<T> {
    private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();

    private record Phrase<T>(List<String> words, T value) {}

    /** A phrase found: from word {@code first} up to, not including, word {@code end}. */
    record Found<T>(int first, int end, T value) {}

    /**
     * Keeps what a phrase said before.
     *
     * @param phrase its words parted by blanks
     */
    void add(String phrase, T value) {
        List<String> words = Words.of(phrase).stream().map(Word::lower).toList();
        if (words.isEmpty()) return;
        List<Phrase<T>> others = byFirst.computeIfAbsent(words.getFirst(), w -> new ArrayList<>());
        if (others.stream().anyMatch(other -> other.words().equals(words))) return;
        others.add(new Phrase<>(words, value));
        others.sort(Comparator.comparingInt(other -> -other.words().size()));
    }

    /** In text order, none over another, the longest where several start at one word. */
    List<Found<T>> in(List<Word> words) {
        List<Found<T>> found = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            Phrase<T> phrase = at(words, at);
            if (phrase == null) {
                at++;
            } else {
                found.add(new Found<>(at, at + phrase.words().size(), phrase.value()));
                at += phrase.words().size();
            }
        }
        return found;
    }

    private @Nullable Phrase<T> at(List<Word> words, int at) {
        Word word = words.get(at);
        Phrase<T> exact = longest(byFirst.get(word.lower()), words, at);
        if (word.lemma().equals(word.lower())) return exact;
        Phrase<T> form = longest(byFirst.get(word.lemma()), words, at);
        if (exact == null || form == null) return exact == null ? form : exact;
        return form.words().size() > exact.words().size() ? form : exact;
    }

    private static <T> @Nullable Phrase<T> longest(@Nullable List<Phrase<T>> phrases, List<Word> words, int at) {
        if (phrases == null) return null;
        for (Phrase<T> phrase : phrases) {
            if (matches(phrase.words(), words, at)) return phrase;
        }
        return null;
    }

    private static boolean matches(List<String> phrase, List<Word> words, int at) {
        if (at + phrase.size() > words.size()) return false;
        for (int i = 1; i < phrase.size(); i++) {
            if (!words.get(at + i).is(phrase.get(i))) return false;
        }
        return words.get(at).sentence() == words.get(at + phrase.size() - 1).sentence();
    }
}
