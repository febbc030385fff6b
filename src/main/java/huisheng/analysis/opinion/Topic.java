package huisheng.analysis.opinion;

import huisheng.analysis.pack.Aspect;
import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.Operator;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an opinion is about.
 *
 * @param aspect its aspect's id
 * @param word the target's word, null where only the opinion tells
 * @param adjoins the target stands right before the opinion and is part of its span
 */
record Topic(String aspect, @Nullable Hit word, boolean adjoins) {
    private static final int AFTER = 4;
    private static final Pattern LINK = Pattern.compile("了?(的|这个|这|它的|他家的|他们家|这种|你们家|家)?.{0,2}");

    /** The topic of an opinion, or null where the pack has no aspect for it. */
    static @Nullable Topic of(Hit opinion, Modifiers modifiers, ClauseWords words, @Nullable Hit carried, Pack pack) {
        Hit word = target(opinion, words);
        boolean adjoins = word != null && word.end() <= modifiers.start() && word.end() >= modifiers.edge();
        Cue cue = opinion.roles().cue;
        String named = cue == null ? null : cue.aspect();
        String aspect = aspect(word, opinion, named, pack);
        if (aspect == null && named == null && carried != null) {
            Target target = carried.roles().target;
            aspect = target == null ? null : target.aspect();
        }
        if (aspect == null) {
            aspect = named == null ? pack.fallback() : named;
        }
        return aspect == null ? null : new Topic(aspect, word, adjoins);
    }

    private static @Nullable String aspect(@Nullable Hit word, Hit opinion, @Nullable String named, Pack pack) {
        Target target = word == null ? null : word.roles().target;
        if (target == null) {
            return null;
        }
        Cue cue = opinion.roles().cue;
        Aspect own = named == null ? null : pack.aspects().get(named);
        if (named == null || own == null) {
            return target.aspect();
        }
        boolean fact = cue != null && cue.fact();
        boolean outweighed = (target.weak() && !named.equals(pack.fallback())) || own.firm() || fact;
        return outweighed ? named : target.aspect();
    }

    /** The nearest target before; else the one that 的 or a verb leads to (很好的卖家, 喜欢这个颜色). */
    private static @Nullable Hit target(Hit opinion, ClauseWords words) {
        Hit before = null;
        Hit after = null;
        for (Hit content : words.contents) {
            if (content.roles().target == null || content.equals(opinion)) {
                continue;
            }
            if (content.end() <= opinion.start()) {
                before = content;
            } else if (after == null && content.start() - opinion.end() <= AFTER) {
                after = content;
            }
        }
        if (before != null && isParted(before, opinion, words)) {
            before = null;
        }
        boolean linked = after != null
                && words.text.startsWith("的", opinion.end())
                && (before == null || opinion.start() - before.end() > AFTER);
        return linked || before == null ? following(after, opinion, words) : before;
    }

    private static @Nullable Hit following(@Nullable Hit after, Hit opinion, ClauseWords words) {
        if (after == null) {
            return null;
        }
        String between = words.text.substring(opinion.end(), after.start());
        return LINK.matcher(between).matches() ? after : null;
    }

    private static boolean isParted(Hit before, Hit opinion, ClauseWords words) {
        Hit contrast = words.lastBefore(Operator.CONTRAST, opinion.start());
        return contrast != null
                && contrast.start() >= before.end()
                && words.hasContentBetween(before.end(), contrast.start());
    }
}
