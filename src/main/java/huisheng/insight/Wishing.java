package huisheng.insight;

import huisheng.index.Quote;
import huisheng.index.ReviewSnapshot;
import huisheng.index.Voices;
import huisheng.review.Dimension;
import huisheng.review.IntentType;
import huisheng.review.Labelled;
import huisheng.review.Polarity;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the reviews of a period wish for.
 *
 * @param total reviews that wish, {@code lookedAt} of them drawn by lot
 * @param reviews of the period, wishing or not, cut in the same proportion as those looked at
 */
record Wishing(long total, int lookedAt, long reviews, List<Wisher> wishers) {
    /** What counts as a wish. */
    enum Include implements Labelled {
        /** Said as a wish: 希望出小瓶装. */
        EXPLICIT,
        /** And what is only missed: 每次倒酒都滴一桌, a need without a wish or a complaint's negative opinion. */
        ALL
    }

    /** Who wishes; their wishes are never none. */
    record Wisher(Voices.Voice voice, List<Wish> wishes) {}

    /**
     * @param condition that finds it in a search, blank where none does
     * @param said null for the words of a need, which are quoted by their value
     */
    record Wish(
            String text,
            boolean explicit,
            String condition,
            @Nullable Quote said) {}

    /** Of explicit wishes; it costs more to look at complaints, whose clauses are cut out of their texts. */
    private static final int MOST_EXPLICIT = 10_000;

    private static final int MOST_OF_ALL = 500;
    private static final int MAX_CLAUSES = 3;
    private static final String SUGGESTION = IntentType.SUGGESTION.label();
    private static final String COMPLAINT = IntentType.COMPLAINT.label();
    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.NEED,
            Dimension.INTENT,
            Dimension.KEYWORD,
            Dimension.PRODUCT,
            Dimension.AGE_BAND,
            Dimension.GENDER,
            Dimension.LEVEL,
            Dimension.BUYER);

    /** @param reviews of the selection */
    static Wishing of(ReviewSnapshot now, Selection selection, Include include, long reviews) throws IOException {
        boolean all = include == Include.ALL;
        Map<Dimension, Set<String>> having = all
                ? Map.of(Dimension.NEED, Set.of(), Dimension.INTENT, Set.of(COMPLAINT, SUGGESTION))
                : Map.of(Dimension.INTENT, Set.of(SUGGESTION));
        Voices voices = now.voices(
                selection,
                new Voices.Of(
                        having, DIMENSIONS, all ? Passages.OPINIONS : List.of(), all ? MOST_OF_ALL : MOST_EXPLICIT));
        List<Wisher> wishers = new ArrayList<>();
        for (Voices.Voice voice : voices.sample()) {
            List<Wish> wishes = wishes(voice, all);
            if (!wishes.isEmpty()) wishers.add(new Wisher(voice, wishes));
        }
        int lookedAt = voices.sample().size();
        long cut = voices.total() == lookedAt ? reviews : Math.round((double) reviews * lookedAt / voices.total());
        return new Wishing(voices.total(), lookedAt, Math.max(cut, wishers.size()), wishers);
    }

    private static List<Wish> wishes(Voices.Voice voice, boolean all) {
        boolean explicit = voice.of(Dimension.INTENT).contains(SUGGESTION);
        List<Wish> wishes = new ArrayList<>();
        for (String text : voice.of(Dimension.NEED)) {
            if (explicit || all) wishes.add(new Wish(text, explicit, AnyOf.condition(Dimension.NEED, text), null));
        }
        if (!all || !wishes.isEmpty() || !voice.of(Dimension.INTENT).contains(COMPLAINT)) return wishes;
        for (Passages.OpinionClause clause : Passages.opinions(voice, Polarity.NEGATIVE)) {
            if (wishes.size() == MAX_CLAUSES) break;
            wishes.add(new Wish(clause.said().text(), false, clause.condition(), clause.said()));
        }
        return wishes;
    }
}
