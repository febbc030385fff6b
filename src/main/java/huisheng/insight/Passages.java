package huisheng.insight;

import huisheng.index.Quote;
import huisheng.index.Voices;
import huisheng.review.Dimension;
import huisheng.review.Polarity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The clauses of a review that hold its opinions. */
final class Passages {
    /** To be read for {@link #opinions}. */
    static final List<Dimension> OPINIONS = List.of(Dimension.ASPECT_POLARITY, Dimension.ASPECT_OPINION);

    private Passages() {}

    /**
     * @param aspect its id
     * @param condition that finds the opinion in a search
     */
    record OpinionClause(String aspect, String condition, Quote said) {}

    /** Each clause once, however many opinions it holds. */
    static List<OpinionClause> opinions(Voices.Voice voice, Polarity polarity) {
        List<OpinionClause> clauses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String suffix = ":" + polarity.label();
        for (int i = 0; i < voice.passages().size(); i++) {
            Voices.Passage passage = voice.passages().get(i);
            boolean asked = passage.dimension() == Dimension.ASPECT_POLARITY
                    && passage.value().endsWith(suffix);
            if (!asked
                    || passage.said().text().isBlank()
                    || !seen.add(passage.said().text())) continue;
            String aspect = passage.value().substring(0, passage.value().length() - suffix.length());
            clauses.add(new OpinionClause(aspect, condition(voice.passages(), i), passage.said()));
        }
        return clauses;
    }

    /** The words of an opinion follow its polarity, if it has words. */
    private static String condition(List<Voices.Passage> passages, int at) {
        Voices.Passage passage = passages.get(at);
        Voices.Passage next = at + 1 < passages.size() ? passages.get(at + 1) : passage;
        boolean words =
                next.dimension() == Dimension.ASPECT_OPINION && !next.value().endsWith(":");
        return AnyOf.condition(words ? next.dimension() : passage.dimension(), words ? next.value() : passage.value());
    }
}
