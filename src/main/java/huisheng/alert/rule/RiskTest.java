package huisheng.alert.rule;

import huisheng.review.Risk;
import huisheng.review.RiskType;
import java.util.Set;

/**
 * Which dangers count.
 *
 * @param types empty for all
 * @param severity 1 for the gravest alone, 3 for all
 * @param words one of which must stand in or around the danger; empty where none need to. A model that reads every
 *     sentence is mistaken now and then, and someone who is woken at night must not be.
 */
public record RiskTest(Set<RiskType> types, int severity, Set<String> words) {
    private static final int MAX_WORDS = 300;
    /** Characters before and after the span that belong to its clause. */
    private static final int AROUND = 8;

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public RiskTest {
        types = types == null ? Set.of() : Set.copyOf(types);
        words = words == null ? Set.of() : Set.copyOf(words);
        if (severity == 0) severity = 1;
        Check.range("when.risk.severity", severity, 1, 3);
        Check.values("when.risk.words", words, MAX_WORDS);
    }

    boolean holds(Risk risk, String text) {
        if (risk.severity() > severity || !(types.isEmpty() || types.contains(risk.type()))) return false;
        if (words.isEmpty()) return true;
        int end = Math.min(text.length(), risk.end() + AROUND);
        String near = text.substring(Math.max(0, Math.min(end, risk.start() - AROUND)), end);
        return words.stream().anyMatch(near::contains);
    }
}
