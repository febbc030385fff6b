package huisheng.insight;

import huisheng.insight.ask.Evidence;
import huisheng.review.Selection;
import java.util.List;

/**
 * What the tables of {@link Competitors} are made from.
 *
 * @param us reviews about us in the period, {@code n} of them; {@code usBefore} in the baseline, {@code m} of them
 */
record RivalContext(
        Rivalry rivalry, Selection us, Selection usBefore, long n, long m, List<String> rivals, ComparisonBoard board) {
    static final Evidence NOTHING = new Evidence(List.of(), "");
}
