package huisheng.analysis.comparison;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.label.LabelNames;
import huisheng.analysis.label.LabelScores;
import huisheng.review.Opinion;
import huisheng.review.Outcome;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the product fares against one rival: what stands before and behind the rival's name tells it, else the
 * learned outcome weighed with the stance, since whoever praises has found the better one.
 */
final class Outcomes {
    private static final LabelNames<Outcome> LABELS = LabelNames.of("outcome:", Outcome.class);
    private static final List<String> EQUAL_TO = List.of("不输", "不输给", "不亚于", "不逊于", "不差于", "媲美");
    private static final List<String> LESS_THAN = List.of(
            "不如", "不及", "比不上", "比不了", "赶不上", "跟不上", "输给", "输了", "逊于", "不敌", "没有", "没", "被", "早知道", "早知道买", "早知道选", "换回",
            "换回了", "转投", "改投", "投奔", "改喝", "改买", "改用", "换成", "宁可买", "宁愿买", "怀念", "还是");
    private static final List<String> MORE_THAN = List.of(
            "甩", "甩开", "甩了", "完胜", "吊打", "秒杀", "碾压", "胜过", "好过", "强过", "强于", "优于", "超过", "超越", "赛过", "打败", "干掉");
    private static final List<String> EQUAL = List.of(
            "差不多", "一样", "一个样", "不相上下", "难分", "五五开", "平手", "打平", "半斤八两", "各有千秋", "没区别", "没差", "没两样", "分不出", "不分上下",
            "一个味", "伯仲", "彼此彼此", "差不离");
    private static final List<String> EVEN =
            List.of("平手", "打平", "五五开", "各打五十", "一家两制", "各有千秋", "半斤八两", "难分高下", "不分上下", "换着吃", "换着喝", "换着用");
    private static final List<String> UNEQUAL = List.of("不一样", "不太一样", "没一样");
    private static final List<String> BEATEN = List.of("垫底", "靠边站", "退休", "下岗", "吃灰", "让位");
    private static final List<String> OWN = List.of("这", "它", "他家", "你家", "您家", "你们", "我这");
    private static final int NEAR = 8;
    /** What the stance counts beside what is learned of the outcome itself, both in logarithms. */
    private static final double STANCE = 0.6;

    private static final double LEAST = 0.03;
    private static final double SPLIT = 0.9;

    private Outcomes() {}

    /** @param next where the next rival begins */
    static Outcome of(
            Draft draft, LabelScores.Stretch rival, @Nullable Clause clause, int next, @Nullable Frame frame) {
        // 论甜不如它，论脆它不如: where the aspects split no single clause tells the outcome
        if (draft.labels.probability("outcome:tie") >= SPLIT) return Outcome.TIE;
        Outcome told = clause == null ? null : Unbeaten.of(draft.normalised, rival, clause.start(), next);
        if (told == null && frame != null) {
            told = frame.outcome();
            if (told == null && frame.judged() != null) told = judged(draft, frame.judged());
            if (told == null && isMore(draft, frame)) told = Outcome.WIN;
            return told == null ? byStance(draft) : told;
        }
        if (told == null && clause != null) told = told(draft, rival, clause);
        return told == null ? byStance(draft) : told;
    }

    /** 不如北垛: what stands before the name says that the rival is the better one. */
    static boolean isLost(Draft draft, LabelScores.Stretch rival, @Nullable Clause clause) {
        if (clause == null) return false;
        String before = draft.normalised.substring(Math.min(clause.start(), rival.start()), rival.start());
        return LESS_THAN.stream().anyMatch(before::endsWith);
    }

    private static @Nullable Outcome told(Draft draft, LabelScores.Stretch rival, Clause clause) {
        String before = draft.normalised.substring(Math.min(clause.start(), rival.start()), rival.start());
        String after = draft.normalised.substring(rival.end(), Math.max(rival.end(), clause.end()));
        if (EQUAL_TO.stream().anyMatch(before::endsWith)) return Outcome.TIE;
        if (LESS_THAN.stream().anyMatch(before::endsWith)) return Outcome.LOSE;
        if (MORE_THAN.stream().anyMatch(before::endsWith)) return overturned(before) ? Outcome.LOSE : Outcome.WIN;
        Outcome turned = asSubject(after);
        if (turned != null) return turned;
        String said = draft.normalised.substring(clause.start(), Math.max(rival.end(), clause.end()));
        if (EQUAL.stream().anyMatch(said::contains) && UNEQUAL.stream().noneMatch(said::contains)) return Outcome.TIE;
        if (BEATEN.stream().anyMatch(after::contains)) return Outcome.WIN;
        Outcome own = ofOwn(draft, clause);
        if (own != null) return own;
        if (before.endsWith("比")) return judged(draft, rival, clause);
        return before.isEmpty() ? opposite(judged(draft, rival, clause)) : null;
    }

    private static final Pattern MORE =
            Pattern.compile("(?:这(?!么|样)|它|你家|你们)[^，。！？；]{0,8}(?:更|还是.{0,4}更)(?!差|贵|糟|难|烂|慢|费|吵|脏)");

    /** 跟 Y 比了一下，这个吸力更大 */
    private static boolean isMore(Draft draft, Frame frame) {
        LabelScores.Stretch judged = frame.judged();
        return judged != null
                && MORE.matcher(draft.normalised)
                        .region(judged.start(), judged.end())
                        .find();
    }

    private static final Pattern OWN_CLAUSE = Pattern.compile("(?:但|可|而|结果|就)?(?:现在)?(?:这(?!么|样)|它|你家|你们|我这)");

    /** H牌费电，这个省: the clause that opens with the product judges it. */
    private static @Nullable Outcome ofOwn(Draft draft, Clause clause) {
        if (EVEN.stream().anyMatch(draft.normalised::contains)) return Outcome.TIE;
        for (Clause other : draft.clauses) {
            if (other.equals(clause)) continue;
            if (!OWN_CLAUSE
                    .matcher(draft.normalised)
                    .region(other.start(), other.end())
                    .lookingAt()) continue;
            Outcome said = judged(draft, new LabelScores.Stretch(other.start(), other.end()));
            if (said != null) return said;
        }
        return null;
    }

    /** 老款烫手，这款不烫: a clause that begins with the rival judges the rival. */
    private static @Nullable Outcome opposite(@Nullable Outcome ofRival) {
        return ofRival == null ? null : turned(ofRival);
    }

    static Outcome turned(Outcome outcome) {
        return switch (outcome) {
            case WIN -> Outcome.LOSE;
            case LOSE -> Outcome.WIN;
            case TIE -> Outcome.TIE;
        };
    }

    /** 被别家甩: the product is the one outdone. */
    private static boolean overturned(String before) {
        int by = Math.max(before.lastIndexOf('被'), before.lastIndexOf("让人"));
        return by >= 0 && before.length() - by <= NEAR;
    }

    /** 菜场的比这水灵, 老款不如它: the rival is what the clause speaks of. */
    private static @Nullable Outcome asSubject(String after) {
        String near = after.substring(0, Math.min(NEAR, after.length()));
        for (String own : OWN) {
            if (near.contains("不如" + own) || near.contains("比不上" + own) || near.contains("赶不上" + own))
                return Outcome.WIN;
            if (near.contains("比" + own)) return Outcome.LOSE;
        }
        return null;
    }

    /** 比老款耐用, 比老款费电: what is said behind the rival's name. */
    private static @Nullable Outcome judged(Draft draft, LabelScores.Stretch rival, Clause clause) {
        return judged(draft, new LabelScores.Stretch(rival.end(), clause.end()));
    }

    private static @Nullable Outcome judged(Draft draft, LabelScores.Stretch said) {
        int from = draft.offsets.start(said.start());
        int until = draft.offsets.end(said.end());
        for (Opinion opinion : draft.opinions) {
            if (opinion.end() <= from || opinion.start() >= until) continue;
            if (opinion.polarity() == Polarity.POSITIVE) return Outcome.WIN;
            if (opinion.polarity() == Polarity.NEGATIVE) return Outcome.LOSE;
        }
        return null;
    }

    private static Outcome byStance(Draft draft) {
        boolean even =
                draft.sentiment.label() == SentimentLabel.NEUTRAL || draft.sentiment.label() == SentimentLabel.MIXED;
        double positive = (1 + draft.sentiment.score()) / 2;
        double win = weight(draft, Outcome.WIN, positive);
        double lose = weight(draft, Outcome.LOSE, 1 - positive);
        double tie = weight(draft, Outcome.TIE, 0.5) + (even ? 1 : 0);
        if (tie > win && tie > lose) return Outcome.TIE;
        return win >= lose ? Outcome.WIN : Outcome.LOSE;
    }

    private static double weight(Draft draft, Outcome outcome, double stance) {
        double learned = draft.labels.probability(LABELS.of(outcome));
        return Math.log(learned + LEAST) + STANCE * Math.log(stance + LEAST);
    }
}
