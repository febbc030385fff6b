package huisheng.analysis.comparison;

import huisheng.analysis.label.LabelScores;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That the product is preferred in the end, said after the rival: 北垛降价归降价，喝着还是不如这个. The clause that says so may be
 * another than the rival's. 它 may be the rival there, so it is no sign.
 */
final class Preferred {
    private static final String THIS = "(?:这(?![么样些])|你家|您家|你们)";
    private static final Pattern NOT_AS_GOOD = Pattern.compile(
            "(?<!未必|不是|并不|不会|见得)(?:不如|比不上|比不了|赶不上|不及|跟不上|不敌)" + THIS + "(?![^，。！？；,.!?; ]{0,3}(?:以前|之前|原来|过去|老))");
    private static final Pattern AFTER_ALL =
            Pattern.compile("还是(?:觉得|喜欢|更喜欢)?这(?:个|款|瓶|家|酒|种|牌子)的?(?:好|强|香|甜|顺|耐|稳|绵|柔|醇|纯|舒服|划算|实惠|便宜|靠谱|地道|合|对味)");
    private static final Pattern END = Pattern.compile("[。！？!?\n]");
    /** UTF-16 units behind the rival; what stands further off speaks of something else. */
    private static final int REACH = 30;

    private Preferred() {}

    /** @param until where the next rival begins; null where nothing behind the rival says so */
    static LabelScores.@Nullable Stretch after(String text, LabelScores.Stretch rival, int until) {
        int reach = Math.min(until, Math.min(text.length(), rival.end() + REACH));
        Matcher end = END.matcher(text).region(rival.end(), reach);
        if (end.find()) reach = end.start();
        for (Pattern said : new Pattern[] {NOT_AS_GOOD, AFTER_ALL}) {
            Matcher matcher = said.matcher(text).region(rival.end(), reach);
            matcher.useTransparentBounds(true);
            if (matcher.find()) return new LabelScores.Stretch(matcher.start(), matcher.end());
        }
        return null;
    }
}
