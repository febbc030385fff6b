package huisheng.analysis.opinion;

import huisheng.review.Opinion;
import huisheng.review.Polarity;
import java.util.regex.Pattern;

/**
 * That something is missing, told behind it: 异味一点都没有 praises, 效果一点都没有 blames. Models over runs of characters read
 * 都没有 at the end of a clause as the lack of something good, as it mostly is; only who knows a fault by name knows better.
 */
public final class Absence {
    private static final Pattern DENIED_BEHIND = Pattern.compile(
            "[^没无不][^，。！？]*(?:没有|木有|没|无)(?:见着?|看到|发现|闻到|闻见|出现|遇到|碰到|发生)?" + "(?:[过了的啊呢呀哦哈嘛~]|一[丝点个条根处粒滴道块只次])*");

    private Absence() {}

    /** Whether an opinion that the lexicon found is of this kind, which it knows better than any model. */
    static boolean isTold(Opinion opinion) {
        return opinion.polarity() != Polarity.NEUTRAL
                && DENIED_BEHIND.matcher(opinion.opinion()).matches();
    }

    /** Whether what is missing is a fault. */
    public static boolean isRelief(Opinion opinion) {
        return opinion.polarity() == Polarity.POSITIVE && isTold(opinion);
    }
}
