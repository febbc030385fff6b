package huisheng.analysis.sentiment;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.review.SentimentLabel;
import java.util.regex.Pattern;

/** Decides between the four labels. First version: the issue "Understanding" replaces its cues by stages of their own. */
final class Stance {
    private static final double MIXED_BAND = 0.32;
    private static final double QUESTION_BAND = 0.44;
    private static final double WISH_BAND = 0.40;
    private static final double WEAK_BAND = 0.08;
    private static final double CLEAR_CLAUSE = 0.80;
    private static final int SHORTEST_CLAUSE = 3;
    private static final int LONGEST_QUESTION = 3;

    private static final Pattern QUESTION =
            Pattern.compile("^(?:亲，?|你好，?|您好，?)?(?:请问|请教|想问|想知道|想请问|问一下|咨询|想询问|想咨询|谁知道|谁晓得|有谁知道|求问|求助|弱弱问)");
    private static final Pattern WISH = Pattern.compile("^(?:希望|盼着?|期待|建议|能不能|可不可以|可否|能否|麻烦|要是|如果能|若能|求|啥时候|什么时候|何时)"
            + "|(?:啥时候|什么时候|何时)(?:能|安排|上|出|补货|有货)|(?:出个|出一款|推出|增加|加个)");
    private static final Pattern NO_STANCE =
            Pattern.compile("说不上(?:来)?好坏|说不(?:上|出)好坏|(?:还没|没有?|尚未|未)(?:开封|拆封|打开|拆开|使用|用过|试过|喝过|吃|用|喝|试)(?:呢|，|。|$)"
                    + "|先(?:囤|屯|放)着|囤货|难分伯仲|打(?:个|成)?平手|不相上下|半斤八两|中规中矩|一般般|用(?:过)?(?:后)?再(?:来)?(?:评|追评)");

    private Stance() {}

    static SentimentLabel of(Draft draft, double probability, SentimentStage.Signs signs, SentimentModel model) {
        double lean = Math.abs(probability - 0.5);
        if (signs.isNone() && isQuestion(draft, lean)) return SentimentLabel.NEUTRAL;
        if (signs.isSplit() && lean < MIXED_BAND) return SentimentLabel.MIXED;
        if (signs.negative() == 0 && signs.positive() == 0 && lean < WISH_BAND && hasNoStance(draft)) {
            return SentimentLabel.NEUTRAL;
        }
        if (lean < MIXED_BAND && clausesDisagree(draft, model)) return SentimentLabel.MIXED;
        if (signs.isNone() && lean < WEAK_BAND) return SentimentLabel.NEUTRAL;
        return probability >= 0.5 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
    }

    /** Asked throughout: a question among statements is most often none. */
    private static boolean isQuestion(Draft draft, double lean) {
        if (draft.clauses.isEmpty() || draft.clauses.size() > LONGEST_QUESTION) return false;
        if (QUESTION.matcher(draft.normalised).find()) return true;
        return lean < QUESTION_BAND
                && draft.clauses.getLast().closing() == '？'
                && draft.clauses.stream().noneMatch(c -> c.closing() == '！' || c.closing() == '。');
    }

    private static boolean hasNoStance(Draft draft) {
        return WISH.matcher(draft.normalised).find()
                || NO_STANCE.matcher(draft.normalised).find();
    }

    private static boolean clausesDisagree(Draft draft, SentimentModel model) {
        int praise = 0;
        int blame = 0;
        for (Clause clause : draft.clauses) {
            if (clause.end() - clause.start() < SHORTEST_CLAUSE) continue;
            double probability = model.probability(model.margin(draft.normalised, clause.start(), clause.end()));
            if (probability > CLEAR_CLAUSE) praise++;
            if (probability < 1 - CLEAR_CLAUSE) blame++;
        }
        return praise > 0 && blame > 0 && praise < 3 * blame && blame < 3 * praise;
    }
}
