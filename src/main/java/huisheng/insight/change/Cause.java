package huisheng.insight.change;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A segment whose own measure changed unlike the rest, and what that did to the whole.
 *
 * @param conditions dimension → value, one to three
 * @param nA reviews of the segment in window A
 * @param measureA of the segment, like {@code measureB}: a share 0 to 1, a mean, or the reviews of a count
 * @param expectedB measure of window B had the segment changed like the rest
 * @param excess hits (or sum, or reviews) of window B beyond that; reviews that a cause before it explains are left out
 * @param contribution to the change of the whole: {@code excess} / reviews of window B, a count's excess itself
 * @param shareOfChange {@code contribution} / change, 1 for all of it; null where the change is within chance
 * @param surprise log-likelihood ratio G² of "changed its own way" against "changed like the rest"
 * @param q false discovery rate by Benjamini and Hochberg over all candidates
 */
public record Cause(
        Map<String, String> conditions,
        long nA,
        long nB,
        double measureA,
        double measureB,
        double expectedB,
        double excess,
        double contribution,
        @Nullable Double shareOfChange,
        double surprise,
        double p,
        double q) {
    public Cause {
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }
}
