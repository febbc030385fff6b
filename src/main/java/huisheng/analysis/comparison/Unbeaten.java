package huisheng.analysis.comparison;

import huisheng.analysis.label.LabelScores;
import huisheng.review.Outcome;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That nothing better is known is praise for what stands behind 比: 没见过比它强的 praises the product, 没喝过比远山窖顺口的 the
 * rival; 没见过比它差的 turns both round.
 */
final class Unbeaten {
    private static final String WITHIN = "[^，。！？；,.!?; ]";
    /** 不是没有比它强的 says that there are some. */
    private static final String NOT_DENIED = "(?<!不是|并非|谁说|不能说)";

    /** What ends in 比: that nothing is known, seen, found. */
    private static final Pattern NONE =
            Pattern.compile(NOT_DENIED + "(?:没|未|找不|想不|挑不|遇不|碰不|难找|难有|少有|哪有|哪还有|哪里有|不存在|不会有)" + WITHIN + "{0,8}?比");
    /** 还有比它更划算的吗 */
    private static final Pattern ASKED =
            Pattern.compile("(?:还有|有什么|有啥|有哪)" + WITHIN + "{0,4}?比(?=" + WITHIN + "{2,12}[吗嘛么?？])");
    /** 比它强的真没几个; but 比它强的没它便宜 speaks of those that there are. */
    private static final Pattern FEW = Pattern.compile(
            "比(?=" + WITHIN + "{2,10}的" + WITHIN + "{0,5}?(?:没(?!有?[它这])|找不|不多|很少|少见|少有|罕见|难找|不存在|数不出))");

    /** 比它强的多了去了: the opposite. */
    private static final Pattern MANY = Pattern.compile(
            "比(?=" + WITHIN + "{2,10}的" + WITHIN + "{0,4}?(?:多的是|多了|多得|有的是|一抓一|一大堆|一大把|到处|遍地|满大街|不少|大有))");

    private static final Pattern OWN = Pattern.compile(
            "(?:这|它|他家|你家|您家|你们|我这|咱|本)(?:个|款|瓶|家|酒|种|里|儿|边|批|件|台|双|条|盒|箱|杯|副|把|张|辆|部|套|支|只|碗|锅|店|东西|产品)*");
    private static final Pattern DEGREE = Pattern.compile("(?:更加|更为|更|还要|还|再|要|来得|这么|那么)*");
    private static final Pattern WORSE =
            Pattern.compile("差(?!不多)|烂|坏|次|糟|难|贵|坑|垃圾|渣|水|劣|臭|苦|涩|慢|不|呛|冲|假|恶心|失望|掉价|丑|吵|脏|离谱|敷衍|麻烦");

    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?\n]");

    private Unbeaten() {}

    /**
     * @param from where the rival's clause starts
     * @param until where the next rival begins, at most: what is said of the product may stand in a later clause
     * @return null where nothing of the kind is said
     */
    static @Nullable Outcome of(String text, LabelScores.Stretch rival, int from, int until) {
        int start = Math.min(from, rival.start());
        // the mark that asks counts
        Matcher end = SENTENCE_END.matcher(text).region(rival.end(), Math.max(rival.end(), until));
        String said = text.substring(start, end.find() ? end.end() : Math.max(rival.end(), until));
        LabelScores.Stretch name = new LabelScores.Stretch(rival.start() - start, rival.end() - start);
        for (Pattern denied : List.of(NONE, ASKED, FEW)) {
            Outcome outcome = first(said, denied, name);
            if (outcome != null) return outcome;
        }
        Outcome beaten = first(said, MANY, name);
        return beaten == null ? null : beaten == Outcome.WIN ? Outcome.LOSE : Outcome.WIN;
    }

    private static @Nullable Outcome first(String said, Pattern form, LabelScores.Stretch rival) {
        Matcher matcher = form.matcher(said);
        while (matcher.find()) {
            Outcome outcome = compared(said, matcher, rival);
            if (outcome != null) return outcome;
        }
        return null;
    }

    private static @Nullable Outcome compared(String said, Matcher denied, LabelScores.Stretch rival) {
        int behind = denied.end();
        Matcher own = OWN.matcher(said).region(behind, said.length());
        boolean ours = own.lookingAt();
        if (!ours && behind != rival.start()) return null;
        String judged = said.substring(ours ? own.end() : rival.end());
        // 没比它强多少: hardly better is no praise of this kind
        if (!judged.contains("的")
                && denied.group().startsWith("没")
                && denied.group().length() <= 3) return null;
        Matcher degree = DEGREE.matcher(judged);
        boolean worse = degree.lookingAt()
                && WORSE.matcher(judged).region(degree.end(), judged.length()).lookingAt();
        return ours == worse ? Outcome.LOSE : Outcome.WIN;
    }
}
