package huisheng.analysis.opinion;

import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.Operator;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Target;
import huisheng.review.Polarity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs the opinions of one clause with their topics and settles their signs. */
final class ClauseReader {
    /** "It is not bad" says less than "it is good". */
    private static final double NEGATED = 0.7;
    /** 菜场卖的都比这水灵: the good word is said of the other. */
    private static final int COMPARED_REACH = 6;

    private final Pack pack;
    private final OpinionWriter writer;

    ClauseReader(Pack pack, OpinionWriter writer) {
        this.pack = pack;
        this.writer = writer;
    }

    void read(ClauseWords words, @Nullable Hit carried) {
        Mood mood = Mood.of(words);
        if (mood == Mood.QUESTION || mood == Mood.ELSEWHERE) {
            return;
        }
        Hit wish = mood == Mood.WISH ? words.first(Operator.WISH) : null;
        Hit unreal = words.first(Operator.UNREAL);
        for (Hit hit : words.contents) {
            boolean said =
                    (wish == null || hit.end() <= wish.start()) && (unreal == null || hit.end() <= unreal.start());
            if (hit.roles().isOpinion() && said) {
                readOpinion(hit, words, carried, mood);
            }
        }
        if (wish != null) {
            readWish(wish, words);
        }
    }

    private void readOpinion(Hit hit, ClauseWords words, @Nullable Hit carried, Mood mood) {
        Modifiers modifiers = Modifiers.before(hit, words, pack.thresholds().negationReach());
        Topic topic = Topic.of(hit, modifiers, words, carried, pack);
        if (topic == null) {
            return;
        }
        Cue cue = hit.roles().cue;
        Polarity sign = hit.roles().judged.get(topic.aspect());
        if (topic.word() == null || sign == null) {
            if (cue == null) {
                return;
            }
            sign = cue.polarity();
        }
        int flips = modifiers.negations() + (mood == Mood.RHETORICAL ? 1 : 0) + (isOutdone(hit, words) ? 1 : 0);
        double strength = (cue == null ? 0.6 : cue.strength()) * modifiers.factor() * (flips > 0 ? NEGATED : 1);
        boolean fact = cue != null && cue.fact();
        Hit word = topic.word();
        int start = topic.adjoins() && word != null ? word.start() : modifiers.start();
        writer.write(topic, start, extended(hit, words), flips % 2 == 0 ? sign : turned(sign), strength, fact);
    }

    private static final List<String> TAILS = List.of("极了", "得很", "死了", "爆了", "惨了", "透了", "坏了", "到爆", "翻了", "多了");

    /** 好吃极了 and 贵死了 carry their degree behind. */
    private static int extended(Hit hit, ClauseWords words) {
        for (String tail : TAILS) {
            if (words.text.startsWith(tail, hit.end()) && hit.end() + tail.length() <= words.clause.end()) {
                return hit.end() + tail.length();
            }
        }
        return hit.end();
    }

    private static boolean isOutdone(Hit hit, ClauseWords words) {
        int from = Math.max(words.clause.start(), hit.start() - COMPARED_REACH);
        String before = words.text.substring(from, hit.start());
        return before.contains("比这") || before.contains("比它") || before.contains("比他家");
    }

    private static Polarity turned(Polarity sign) {
        return switch (sign) {
            case POSITIVE -> Polarity.NEGATIVE;
            case NEGATIVE -> Polarity.POSITIVE;
            case NEUTRAL -> Polarity.NEUTRAL;
        };
    }

    private void readWish(Hit wish, ClauseWords words) {
        for (Hit hit : words.contents) {
            if (hit.end() <= wish.start()) {
                continue;
            }
            Target target = hit.roles().target;
            Cue cue = hit.roles().cue;
            String aspect = target != null ? target.aspect() : cue == null ? null : cue.aspect();
            if (aspect != null) {
                Topic topic = new Topic(aspect, target == null ? null : hit, true);
                int start = Math.min(wish.end(), hit.start());
                writer.write(topic, start, Math.max(hit.end(), words.clause.end()), Polarity.NEUTRAL, 0, false);
                return;
            }
        }
    }
}
