package huisheng.alert.delivery;

import huisheng.review.AnalysedReview;
import huisheng.review.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A filter as it judges a single review, without the index: of the query only plain words are understood. */
public final class ReviewMatch {
    /** What means something in the search language. */
    private static final Pattern SIGNS = Pattern.compile("[\"():*|~^\\-+&!\u201c\u201d]|\\b(AND|OR|NOT)\\b");

    private final Filter filter;
    private final List<String> words;

    private ReviewMatch(Filter filter, List<String> words) {
        this.filter = filter;
        this.words = words;
    }

    /** Whether it can be judged without the search language. */
    public static boolean understands(Filter filter) {
        return !SIGNS.matcher(filter.query()).find();
    }

    /** @param filter one that is understood */
    static ReviewMatch of(Filter filter) {
        List<String> words = Arrays.stream(
                        filter.query().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return new ReviewMatch(filter, words);
    }

    /** Every condition holds, and every word is in the text. */
    boolean admits(AnalysedReview analysed) {
        if (!filter.admits(analysed)) return false;
        if (words.isEmpty()) return true;
        String text = analysed.review().text().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
