package huisheng.insight.change;

import huisheng.insight.Insufficient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a measure changed. The contributions of the causes, {@code mix} and {@code common} sum to the change exactly.
 *
 * @param nA reviews in window A
 * @param change null where a window has too few reviews, then {@code insufficient} is not
 * @param causes those that contribute most first, at most {@link RootCause#MAX_CAUSES}
 * @param mix contribution of the composition: other reviews than before, at unchanged measures
 * @param common contribution of what changed alike everywhere, chance included
 * @param shifts values of one dimension that carry most of the mix, at most {@link RootCause#MAX_SHIFTS}; parts of
 *     {@code mix} and not to be added to it
 * @param tried candidates over which the false discovery rate is held
 */
public record Explanation(
        Measure measure,
        long nA,
        long nB,
        @Nullable Change change,
        List<Cause> causes,
        double mix,
        double common,
        List<Shift> shifts,
        long tried,
        @Nullable Insufficient insufficient) {
    public Explanation {
        causes = List.copyOf(causes);
        shifts = List.copyOf(shifts);
    }

    static Explanation insufficient(Measure measure, long nA, long nB, Insufficient insufficient) {
        return new Explanation(measure, nA, nB, null, List.of(), 0, 0, List.of(), 0, insufficient);
    }
}
