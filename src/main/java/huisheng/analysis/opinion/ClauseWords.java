package huisheng.analysis.opinion;

import huisheng.analysis.Clause;
import huisheng.analysis.pack.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause's words, sorted into things judged with their opinions, and what changes those. */
final class ClauseWords {
    private static final Comparator<Hit> LONGEST_FIRST = (a, b) ->
            a.length() == b.length() ? Integer.compare(a.start(), b.start()) : Integer.compare(b.length(), a.length());
    private static final String CLOSING_PARTICLES = "的了吗么吧啊呢呀哦哈嘛啦噢喔哒滴~～!！\"”」』)）]…、 ";

    final String text;
    final Clause clause;
    /** Targets and opinions in order; none overlaps another. */
    final List<Hit> contents = new ArrayList<>();

    private final List<Hit> operators = new ArrayList<>();

    ClauseWords(String text, Clause clause, List<Hit> hits) {
        this.text = text;
        this.clause = clause;
        List<Hit> sorted = new ArrayList<>(hits);
        sorted.sort(LONGEST_FIRST);
        for (Hit hit : sorted) {
            boolean content = hit.roles().isContent() && !isOnlyAdverb(hit) && !isCutShort(hit);
            // 不过 must win over 不, and 没想到 over 没, so longer operators hide shorter ones
            if (content && free(contents, hit) && hiddenBy(hit) == null) {
                contents.add(hit);
            } else if (!hit.roles().operators.isEmpty() && hiddenBy(hit) == null) {
                operators.add(hit);
            }
        }
        contents.sort(Comparator.comparingInt(Hit::start));
        operators.removeIf(operator -> !free(contents, operator));
        operators.sort(Comparator.comparingInt(Hit::start));
    }

    /** 好 in 好辛苦 is a degree, not an opinion. */
    private boolean isOnlyAdverb(Hit hit) {
        return hit.length() == 1
                && hit.roles().is(Operator.DEGREE)
                && hit.end() < clause.end()
                && !isClosing(hit.end())
                && text.charAt(hit.end()) != '看';
    }

    private boolean isCutShort(Hit hit) {
        return hit.roles().is(Operator.FINAL) && hit.roles().target == null && !isClosing(hit.end());
    }

    private boolean isClosing(int at) {
        return at >= clause.end()
                || CLOSING_PARTICLES.indexOf(text.charAt(at)) >= 0
                || text.startsWith("但", at)
                || text.startsWith("又", at)
                || text.startsWith("而", at)
                || text.startsWith("极", at)
                || text.startsWith("死", at)
                || text.startsWith("得", at);
    }

    private @Nullable Hit hiddenBy(Hit hit) {
        for (Hit operator : operators) {
            // 一点都不 and 不呛 share their 不: both are meant
            boolean shared =
                    operator.roles().is(Operator.NEGATOR) && hit.roles().isOpinion() && hit.end() > operator.end();
            if (operator.overlaps(hit) && operator.length() > hit.length() && !shared) {
                return operator;
            }
        }
        return null;
    }

    private static boolean free(List<Hit> taken, Hit hit) {
        for (Hit other : taken) {
            if (other.overlaps(hit)) {
                return false;
            }
        }
        return true;
    }

    /** The longest operator of any kind that ends here. */
    @Nullable
    Hit operatorEnding(int at) {
        Hit longest = null;
        for (Hit operator : operators) {
            if (operator.end() == at && (longest == null || operator.length() > longest.length())) {
                longest = operator;
            }
        }
        return longest;
    }

    /** The last operator of a kind that ends at or before a place. */
    @Nullable
    Hit lastBefore(Operator kind, int at) {
        Hit last = null;
        for (Hit operator : operators) {
            if (operator.end() <= at && operator.roles().is(kind)) {
                last = operator;
            }
        }
        return last;
    }

    @Nullable
    Hit first(Operator kind) {
        for (Hit operator : operators) {
            if (operator.roles().is(kind)) {
                return operator;
            }
        }
        return null;
    }

    boolean has(Operator kind) {
        return first(kind) != null;
    }

    boolean hasContentBetween(int from, int to) {
        for (Hit content : contents) {
            if (content.start() >= from
                    && content.end() <= to
                    && content.roles().isOpinion()) {
                return true;
            }
        }
        return false;
    }
}
