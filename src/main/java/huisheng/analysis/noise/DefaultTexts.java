package huisheng.analysis.noise;

import java.util.List;
import java.util.regex.Pattern;

/** The sentences shops' systems write where the buyer wrote nothing. Nothing else may stand beside them. */
final class DefaultTexts {
    /** All of the systems' sentences are short; a longer text has words of its own. */
    private static final int MAX_LENGTH = 48;

    private static final String WRITER = "(?:该|此|本|这位|当前)?(?:用户|买家|顾客|客户|会员|评价方|评论方|消费者|下单人|对方)";
    private static final String NOT = "(?:暂|暂时|尚|还|均)?(?:未|没有|没|暂无)(?:及时|按时|在规定时间内|在有效期内)?";
    private static final String WRITE = "(?:填写|发表|作出|做出|提交|写下|留下|给出|进行|输入|撰写|评价|评论|写|填)";
    private static final String WHAT = "(?:任何|文字|具体|有效)*(?:的)?(?:评价|评论|内容|评价内容|评论内容|文字评价|文字内容|文字|反馈|点评|留言|心得)?";

    private static final List<Pattern> WHOLE = List.of(
            Pattern.compile(WRITER + NOT + WRITE + WHAT
                    + "(?:，?(?:系统|平台)?(?:已)?(?:自动|默认)?(?:给予|为)?[^，。]{0,6}(?:好评|五星|满分|5星|评价))?"),
            Pattern.compile("(?:系统|平台|商城)(?:已)?(?:自动|默认|代为|自动默认)+(?:确认|给予|给出|生成|判定|提交|为|打)?[^，。]{0,6}"
                    + "(?:好评|五星|5星|满分|五分|评价)(?:好评)?"),
            Pattern.compile("(?:系统|平台|自动)?默认(?:好评|五星|五星好评|5星好评|满分|评价)"),
            Pattern.compile(
                    "(?:超时|逾期|到期|过期|超过\\S{1,6}(?:天|日))" + "(?:未|没有|没|仍未)(?:评价|评论|评|作评价|做评价|点评)"
                            + "，?(?:系统|平台)?(?:已)?(?:自动|默认)(?:确认|给予|视|转|生成|按|算)?(?:为|作)?(?:默认)?(?:好评|五星|5星|满分|评价)?(?:好评)?(?:处理)?"),
            Pattern.compile("(?:超时|逾期|到期)(?:未|没有)(?:评价|评论|评)"),
            Pattern.compile("评价方未及时做出评价，?系统默认好评"),
            Pattern.compile("(?:暂无|没有|无|未填写|空)(?:评价|评论|评价内容|评论内容|文字评价|文字内容)"),
            Pattern.compile("(?:用户|买家)?(?:已)?(?:默认|自动)(?:确认)?(?:收货)?，?(?:系统)?(?:自动|默认)(?:好评|五星|评价|确认好评)(?:好评)?"));

    private static final Pattern EDGES = Pattern.compile("^[\\s“”\"'\\[（(【]+|[\\s。.!！~～“”\"'\\]）)】]+$");

    private DefaultTexts() {}

    private static boolean holdsOneOf(String signs, String text) {
        for (int i = 0; i < text.length(); i++) if (signs.indexOf(text.charAt(i)) >= 0) return true;
        return false;
    }

    static boolean isDefault(String text) {
        if (text.length() > MAX_LENGTH || text.length() < 4) return false;
        if (!holdsOneOf("默自未没无空超逾到", text)) return false;
        String bare = EDGES.matcher(text)
                .replaceAll("")
                .replace(',', '，')
                .replace(" ", "")
                .replace('!', '，')
                .replace('！', '，');
        return WHOLE.stream().anyMatch(pattern -> pattern.matcher(bare).matches());
    }
}
