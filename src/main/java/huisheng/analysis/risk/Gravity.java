package huisheng.analysis.risk;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.review.RiskType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether something has happened, where no known word names the danger and its type alone would call for action at once.
 * Who was nearly hurt, suspects something, smells it, or was himself again the next day, tells of a danger of the second
 * level.
 */
final class Gravity {
    private static final List<String> NEARLY = List.of("差点", "差一点", "险些", "好险", "almost", "nearly");
    private static final List<String> SUSPECTED =
            List.of("怀疑", "疑心", "疑似", "可能", "估计", "不会是", "是不是", "将信将疑", "犯嘀咕", "不敢", "没敢", "suspect", "maybe");
    private static final List<String> SMELT = List.of("味", "气儿", "smell", "odor", "odour");
    private static final List<String> PASSED = List.of("就好", "缓", "退了", "才退", "消了", "才消", "半天", "睡一觉");
    private static final List<String> FELT = List.of("红", "痒", "疼", "痛", "发麻", "发胀", "口干", "itch", "sore", "headache");
    private static final List<String> MILD =
            Stream.of(NEARLY, SUSPECTED, SMELT, PASSED).flatMap(List::stream).toList();

    private Gravity() {}

    /** Whether the clauses that the stretch lies in tell of nothing worse. */
    static boolean isMild(RiskType type, Draft draft, int start, int end) {
        int from = start;
        int until = end;
        for (Clause clause : draft.clauses) {
            if (clause.start() >= end || clause.end() <= start) continue;
            from = Math.min(from, clause.start());
            until = Math.max(until, clause.end());
        }
        String told = draft.normalised.substring(from, until).toLowerCase(Locale.ROOT);
        if (MILD.stream().anyMatch(told::contains)) return true;
        return type == RiskType.HEALTH && FELT.stream().anyMatch(told::contains);
    }
}
