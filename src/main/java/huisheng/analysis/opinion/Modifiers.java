package huisheng.analysis.opinion;

import huisheng.analysis.pack.Operator;
import org.jspecify.annotations.Nullable;

/**
 * What stands before an opinion word and changes it.
 *
 * @param start where the outermost negator or degree word starts
 * @param edge how far left adverbs and fillers reach; a target that ends there belongs to the opinion
 * @param negations how often the sign turns
 * @param factor the product of the degree words
 */
record Modifiers(int start, int edge, int negations, double factor) {
    private static final int SHORT_REACH = 3;

    static Modifiers before(Hit opinion, ClauseWords words, int reach) {
        int start = opinion.start();
        int edge = start;
        int negations = 0;
        double factor = 1;
        while (edge > words.clause.start()) {
            if (words.text.charAt(edge - 1) == ' ') {
                edge--;
                continue;
            }
            Hit operator = words.operatorEnding(edge);
            if (operator == null && negations == 0) {
                operator = distantNegator(words, edge, reach);
            }
            if (operator == null || isBarrier(operator)) {
                break;
            }
            Roles roles = operator.roles();
            edge = operator.start();
            if (roles.is(Operator.NEGATOR)) {
                negations++;
                start = edge;
            } else if (roles.is(Operator.DEGREE)) {
                factor *= roles.operators.getOrDefault(Operator.DEGREE, 1.0);
                start = edge;
            }
        }
        return new Modifiers(start, edge, negations, factor);
    }

    private static boolean isBarrier(Hit operator) {
        return operator.roles().is(Operator.CONTRAST)
                && !operator.roles().is(Operator.FILLER)
                && !operator.roles().is(Operator.DEGREE);
    }

    /** 没有想象中那么好: some words may stand between, fewer after a bare 不. */
    private static @Nullable Hit distantNegator(ClauseWords words, int edge, int reach) {
        Hit negator = words.lastBefore(Operator.NEGATOR, edge);
        if (negator == null) {
            return null;
        }
        int allowed = negator.length() == 1 ? Math.min(SHORT_REACH, reach) : reach;
        Hit contrast = words.lastBefore(Operator.CONTRAST, edge);
        boolean parted = contrast != null && contrast.start() >= negator.end() && isBarrier(contrast);
        if (edge - negator.end() > allowed || parted || words.hasContentBetween(negator.end(), edge)) {
            return null;
        }
        return negator;
    }
}
