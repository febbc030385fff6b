package huisheng.analysis.comparison;

import huisheng.analysis.label.LabelScores.Stretch;
import huisheng.review.Outcome;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 跟 Y 差不多, 跟 Y 相比 …, 跟 Y 没法比, 比起 Y 我更喜欢这个: both are set side by side. */
final class Besides {
    private static final double LIKELY = 0.3;

    static final Form EQUAL = Form.of(
            "差相样味别同分各五平似斤价拼致级档",
            "差不多|不相上下|一个[样味]|一样|一模一样"
                    + "|没(?:有|什么|啥|有什么|多大|太大)?(?:区别|差别|差异|两样|不同)|没差|分不出|各有千秋|各有优[点势劣]|五五开|打平|持平|相当|相同|相近|相似|类似"
                    + "|半斤八两|难分|一个价位?|同价|有的?一拼|有得一拼|一致|一个级别|一个档次|一个水平");
    static final Form UNEQUAL = Form.of("样味级档同两", "不(?:太|大|是很)?一样|不是一个[味级档]|不同|两个味|两码事|完全两样");
    static final Form SIDE_BY_SIDE = Form.of(
            "比",
            "(?<cannot>没法|无法|不能|不可|没得|怎么|怎能)?"
                    + "(?:相?比起?来?(?:较|一下)?(?:而言|来说|来讲|的话)?|对比(?:了?一下|起来|来看)?|比较(?:而言|来说|起来|一下)?)");
    /** 无法和 Y 比, 哪能跟 Y 比 */
    private static final Pattern CANNOT = Pattern.compile("(?:没法|没办法|无法|不能|不可|没得|怎么|怎能|[哪岂]里?能)[跟和与同]");

    private static final Pattern WITH = Pattern.compile("[跟和与同及]");
    private static final Pattern BASICALLY =
            Pattern.compile("(?:完全|基本上?|简直|几乎|也|都|根本|真|真的|真是|感觉|是|就|比起来|相比|并|并无|任何|应该|其实|的)+$");
    private static final Pattern PREFERRED =
            Pattern.compile("(?:更|还是|比较|宁可|宁愿|偏)[^，。！？；]{0,6}?(?:喜欢|爱|偏爱|推荐|去|买|选|用|喝|吃)([^，。！？；]{2,12})");
    private static final int OPENING = 2;

    private Besides() {}

    static void find(Reading reading) {
        if (isLikely(reading)) equal(reading);
        if (!reading.found().isEmpty()) return;
        Matcher beside = reading.first(SIDE_BY_SIDE);
        if (beside == null) return;
        String rest = reading.text().substring(beside.end(), reading.clause().end());
        String before = reading.text().substring(reading.clause().start(), beside.start());
        boolean cannot =
                beside.group("cannot") != null || CANNOT.matcher(before).find();
        boolean beyond = cannot || rest.startsWith("差") || rest.contains("差距");
        Stretch judged = new Stretch(beside.end(), reading.next());
        with(reading, beside.start(), beyond ? Outcome.LOSE : null, judged);
        boolean leads = beside.start() - reading.clause().start() <= OPENING
                && beside.group().length() > 1;
        if (reading.found().isEmpty() && leads) leading(reading, beside.end());
    }

    /** 跟医用酒精没差, 名气大于实力: figures of speech, but in a text that is likely to compare. */
    static boolean isLikely(Reading reading) {
        return reading.draft().labels.probability(ComparisonStage.LABEL) >= LIKELY;
    }

    private static void equal(Reading reading) {
        Matcher equal = reading.first(EQUAL);
        if (equal == null) return;
        Outcome outcome = reading.first(UNEQUAL) != null ? null : Outcome.TIE;
        with(
                reading,
                equal.start(),
                outcome,
                new Stretch(equal.start(), reading.clause().end()));
    }

    /** The name stands between 跟 and what is said of both. */
    private static void with(Reading reading, int until, @Nullable Outcome outcome, Stretch judged) {
        int start = reading.clause().start();
        Matcher adverbs = BASICALLY.matcher(reading.text()).region(start, until);
        int end = adverbs.find() ? adverbs.start() : until;
        Matcher with = WITH.matcher(reading.text()).region(start, end);
        int name = -1;
        while (with.find()) if (end - with.end() >= 2) name = with.end();
        if (name >= 0 && end - name <= Reading.REACH) reading.comparedWith(name - 1, name, end, outcome, judged);
    }

    /** 比起 Y，我更喜欢这个; 比起这家，我宁可去 Y. */
    private static void leading(Reading reading, int from) {
        int end = reading.clause().end();
        Matcher preferred = PREFERRED.matcher(reading.text()).region(end, reading.next());
        boolean prefers = preferred.find();
        boolean own = prefers && Names.isOwn(preferred.group(1));
        if (!reading.isOwn(from, end)) {
            reading.rival(from, end, own ? Outcome.WIN : null, new Stretch(end, reading.next()));
        } else if (prefers && !own) {
            reading.rival(preferred.start(1), preferred.end(1), Outcome.LOSE, null);
        }
    }
}
