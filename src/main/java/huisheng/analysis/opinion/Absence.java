package huisheng.analysis.opinion;

import huisheng.review.Opinion;
import huisheng.review.Polarity;
import java.util.List;
import java.util.regex.Pattern;

/**
 * That something is missing: 没有异响 and 异味一点都没有 praise, 效果一点都没有 blames; that a fault has gone, 痘痘少了很多; or that nothing is
 * bad, 没有不满意的地方. Models over runs of characters read all of these by their sound: 都没有 at the end of a clause is mostly the
 * lack of something good, and 异响 and 不满意 are mostly complained of. Only who knows the fault by name, or the pack's own words for its absence, knows better.
 */
public final class Absence {
    private static final Pattern DENIED_BEHIND = Pattern.compile(
            "[^没无不][^，。！？]*(?:没有|木有|没|无)(?:见着?|看到|发现|闻到|闻见|出现|遇到|碰到|发生)?" + "(?:[过了的啊呢呀哦哈嘛~]|一[丝点个条根处粒滴道块只次])*");

    private static final Pattern GONE =
            Pattern.compile("[^没无不][^，。！？]+(?:(?:少|淡|轻|小|细|浅|消|退|减少|减轻|改善|消失)了|不见了)(?:[很不好]多|许多|不少|一些|一点|点|大半|一半)?");
    private static final Pattern NOTHING_BAD = Pattern.compile("[^，。！？]*没有?[^，。！？]*不[^，。！？]{1,3}的(?:地方|点|理由)?");

    private static final Pattern DENIED_BEFORE =
            Pattern.compile("(?:没有|木有|没|无)(?:见到?|看到|发现|闻到|出现|遇到|碰到)?过?(?:任何|一点儿?|什么|啥|一丝|半点|多余的?|明显的?|那种|其他)*"
                    + "[^，。！？就却]{2,4}[的了啊呢哦哈]{0,2}");

    private static final List<Pattern> FORMS = List.of(DENIED_BEHIND, DENIED_BEFORE, GONE, NOTHING_BAD);

    private Absence() {}

    /** Whether an opinion that the lexicon found is of this kind, which it knows better than any model. */
    static boolean isTold(Opinion opinion) {
        String words = opinion.opinion();
        return switch (opinion.polarity()) {
            case POSITIVE -> FORMS.stream().anyMatch(form -> form.matcher(words).matches());
            case NEGATIVE -> DENIED_BEHIND.matcher(words).matches();
            case NEUTRAL -> false;
        };
    }

    /** Whether what is missing is a fault. */
    public static boolean isRelief(Opinion opinion) {
        return opinion.polarity() == Polarity.POSITIVE && isTold(opinion);
    }
}
