package huisheng.insight;

import huisheng.insight.ask.Narrowing;
import huisheng.review.Dimension;
import huisheng.review.RiskType;
import huisheng.review.Selection;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Reviews that announce a danger. */
final class Risks {
    private static final Set<String> ALL =
            Arrays.stream(RiskType.values()).map(RiskType::label).collect(Collectors.toUnmodifiableSet());

    private Risks() {}

    /** @param type its label, blank for any */
    static Selection of(Selection selection, String type) {
        if (!type.isBlank()) return Narrowing.to(selection, Dimension.RISK, type);
        // a filter by risks leaves none without
        boolean risky = selection.filter().in().containsKey(Dimension.RISK);
        return risky ? selection : selection.with(selection.filter().with(Dimension.RISK, ALL));
    }
}
