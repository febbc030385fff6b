package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.insight.ask.Asked;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two sets of the reviews of a selection, told apart by texts in the search language.
 *
 * @param both reviews that fit both texts: they are on neither side
 */
record Sides(String a, String b, Selection first, Selection second, long both) {
    private static final List<Dimension> STANCES =
            List.of(Dimension.SENTIMENT, Dimension.RATING, Dimension.ASPECT_POLARITY);
    private static final String OPENING = "(（";
    private static final String CLOSING = ")）";
    private static final String QUOTES = "\"“”＂";

    /** @param b blank for all that isn't {@code a} */
    static Sides of(Asked asked, ReviewSnapshot now, String a, String b) throws IOException {
        closed("a", a);
        closed("b", b);
        if (b.isBlank()) {
            String rest = "NOT (" + a + ")";
            return new Sides(a, rest, asked.and(a), asked.and(rest), 0);
        }
        Selection both = asked.and("(" + a + ") AND (" + b + ")");
        return new Sides(a, b, without(asked, a, b), without(asked, b, a), count(now, both));
    }

    /**
     * Of the dimensions those in which the sides differ by more than how they were told apart: who asks for 河南 need
     * not be told that its reviews come from 河南, nor that negative reviews hold negative opinions.
     */
    List<Dimension> telling(List<Dimension> dimensions) {
        String queries = a + " " + b;
        boolean bySign = STANCES.stream().anyMatch(dimension -> names(queries, dimension));
        return dimensions.stream()
                .filter(dimension -> !names(queries, dimension))
                .filter(dimension -> dimension != (bySign ? Dimension.ASPECT_POLARITY : Dimension.ASPECT))
                .toList();
    }

    private static boolean names(String queries, Dimension dimension) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(dimension.key()) + "[:：]")
                .matcher(queries)
                .find();
    }

    /** For sentences: which side, and what it is. */
    String named(boolean first) {
        return (first ? "A（" : "B（") + Tell.query(first ? a : b) + "）";
    }

    private static Selection without(Asked asked, String one, String other) {
        return asked.and("(" + one + ") AND NOT (" + other + ")");
    }

    static long count(ReviewSnapshot now, Selection selection) throws IOException {
        return Sums.of(now.tally(selection, new Tally.By(List.of(), null, 1))).n();
    }

    /** Put into brackets, a text must not end them. */
    static void closed(String name, String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && depth >= 0; i++) {
            char c = text.charAt(i);
            if (QUOTES.indexOf(c) >= 0) quoted = !quoted;
            else if (!quoted && OPENING.indexOf(c) >= 0) depth++;
            else if (!quoted && CLOSING.indexOf(c) >= 0) depth--;
        }
        if (depth != 0 || quoted) {
            throw new Fault(name + " 里的括号或引号不成对", "brackets or quotation marks of " + name + " do not match");
        }
    }
}
