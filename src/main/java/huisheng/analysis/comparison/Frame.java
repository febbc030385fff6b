package huisheng.analysis.comparison;

import huisheng.analysis.label.LabelScores.Stretch;
import huisheng.review.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A construction that compares: 比 Y 好, 没有 Y 好, 跟 Y 差不多. Offsets are into the normalised text.
 *
 * @param rival words for the other side
 * @param outcome as far as the construction itself tells it; null where only what is judged does
 * @param judged what is said of the product beside the rival; null where only the stance of the whole tells
 */
record Frame(
        Stretch rival, @Nullable Outcome outcome, @Nullable Stretch judged) {
    boolean overlaps(int start, int end) {
        return rival.start() < end && rival.end() > start;
    }
}
