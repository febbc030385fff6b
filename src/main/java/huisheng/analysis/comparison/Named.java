package huisheng.analysis.comparison;

import huisheng.review.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * A name of whatever kind, ended by what is said behind it.
 *
 * @param end where the name ends
 * @param polarity of what is said, neutral where the word alone does not tell
 */
record Named(int end, Polarity polarity) {
    /**
     * The shortest that begins there; null where nothing that is said ends one. One character names the product alone.
     *
     * @param reach where the name must have ended
     */
    static @Nullable Named from(Reading reading, int from, int reach, Predicates predicates) {
        String text = reading.text();
        for (int end = from + 1; end < reach; end++) {
            if (end - from == 1 && !reading.isOwn(from, end)) continue;
            int behind = text.charAt(end) == '的' ? end + 1 : end;
            Predicates.Said said = predicates.at(text, behind, reading.clause().end());
            if (said != null) return new Named(end, said.polarity());
        }
        return null;
    }
}
