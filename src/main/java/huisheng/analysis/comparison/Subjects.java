package huisheng.analysis.comparison;

import huisheng.analysis.label.LabelScores.Stretch;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose turn it is when the product is what is compared with: 菜场的都比这水灵 speaks of 菜场的. */
final class Subjects {
    private static final Pattern ADVERBS = Pattern.compile("(?:都|也|还|要|肯定|明显|就|可|真的|绝对|远|大大|更|好像|感觉|真是|可是|倒|反而|反倒)+$");
    private static final Pattern OPENING =
            Pattern.compile("(?:而且|而|但是|但|不过|可是|因为|所以|其实|我?感觉|我?觉得|就连|连|虽然|毕竟|说实话|随便|随随便便|人家|那)+");
    /** Something else that was used before, as its group 1. */
    static final Form USED = Form.of(
            "过惯前直原",
            "(?:(?:试驾|试|用|买|喝|吃|住|开|穿|去|戴|坐|玩|抹|涂)(?:过|惯了?)"
                    + "|(?:以前|之前|一直|原来|从前|过去)(?:都|一直)?(?:用|喝|吃|买|住|穿|开|抹|涂|戴|看)(?:的?都?是)?)(?:几次|好几次|一次)?"
                    + "([^，。！？；]{2,10}?)(?=的?(?:$|[，。！？； ]|再用|再喝|再吃|再看|再来|觉得|感觉|了))");

    private static final Pattern OTHER =
            Pattern.compile("(?:人家|别家|别人家|其他家|隔壁|对面|楼下|上一?[代款版任家批]|上[次回]|老[款版]|旧款|[A-Z]牌|[A-Z]家|线下|专柜|实体店)"
                    + "[^，。！？；的]{0,4}?(?:店|家|款|代|版|柜|台|瓶|批|个)?(?=装修|服务|味道|口感|环境|排队|的|$)");
    private static final String CLAUSE_ENDS = "，,。！!？?；;\n ";

    private Subjects() {}

    /**
     * What the clause before it says was used, else what the clause speaks of before the marker, else whatever else the
     * clause before it names: 试过思域，底盘比这车扎实 is about 思域, whether or not 底盘 is known for a part.
     */
    static List<Stretch> before(Reading reading, int marker) {
        int from = reading.clause().start();
        int earlier = earlier(reading, from);
        Matcher used = USED.pattern().matcher(reading.text()).region(earlier, Math.max(earlier, from - 1));
        if (used.find()) return reading.names().in(reading.draft(), used.start(1), used.end(1));
        List<Stretch> here = here(reading, from, marker);
        if (!here.isEmpty()) return here;
        Matcher other = OTHER.matcher(reading.text()).region(earlier, Math.max(earlier, from - 1));
        return other.lookingAt() ? reading.names().in(reading.draft(), earlier, other.end()) : List.of();
    }

    private static List<Stretch> here(Reading reading, int from, int marker) {
        String text = reading.text();
        Matcher adverbs = ADVERBS.matcher(text).region(from, marker);
        int end = adverbs.find() ? adverbs.start() : marker;
        Matcher opening = OPENING.matcher(text).region(from, end);
        int start = opening.lookingAt() ? opening.end() : from;
        return reading.isOwn(start, end) ? List.of() : reading.names().in(reading.draft(), start, end);
    }

    /** Where the clause before the one that starts there begins. */
    private static int earlier(Reading reading, int from) {
        int start = Math.max(0, from - 1);
        while (start > 0 && CLAUSE_ENDS.indexOf(reading.text().charAt(start - 1)) < 0) start--;
        return start;
    }
}
