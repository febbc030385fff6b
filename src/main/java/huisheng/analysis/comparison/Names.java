package huisheng.analysis.comparison;

import huisheng.analysis.Draft;
import huisheng.analysis.Token;
import huisheng.analysis.label.LabelScores.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which words can name the other side of a comparison, and how much of them is the name. Immutable. */
final class Names {
    private static final Pattern OWN =
            Pattern.compile("(?:而|但)?(?:这(?!么|样|些年)|它(?!们)|他家|你家|您家|你们|贵店|贵司|我这|咱这|本(?:店|品|款|车|机)).{0,5}");

    private static final String EXPECTED = "(?:我|我们|大家|自己|之前|原来|原先|当初|一开始)?(?:所|的)?"
            + "(?:想[象像]|预[想期计料]|期[望待]|约定|预约|规定|传说|听说|描述|介绍|详情|图片|图|照片|网图|效果图|宣传|说明书?|标[称注]|官[方网]|说|写|理想|设想|页面|参数|样品|网页"
            + "|展示|视频|直播|评[论价]|以为)(?:的|中|里|上|之中|里面|说的|写的|得)*(?:那样|那么|的|样子)?";
    private static final String OTHER_DAYS =
            "平[时常日]|往[常日]|日常|一般人?|正常人?|原价|市场?价|官价|活动价?|双十[一二].*|双1[12]|618|[昨今前]天|刚[才开]始?|开始|当时|最初"
                    + "|(?:[上下这前]个?)?月.*|上周|[上下]午|早上|晚上|白天|周末";
    private static final String PEOPLE =
            "[我你他她]?们?(?:家)?(?:的)?(?:老公|老婆|媳妇|妈妈?|爸爸?|爸妈|父母|儿子|女儿|孩子|宝宝|婆婆|老人|朋友|同事|闺蜜|室友|客服|店员|老板"
                    + "|师傅|快递|态度|[他她])(?:们|说的?|他们)*";
    private static final String SIZES = "[大中小SMLXsmlx0-9均加特]+[码号]";
    /** Expectations, pictures, prices of other days, people, sizes. */
    private static final Pattern NOTHING_SOLD =
            Pattern.compile(String.join("|", EXPECTED, OTHER_DAYS, PEOPLE, SIZES, "[不没].*"));

    private static final String QUANTITIES =
            "[0-9.]{1,2}|[0-9.一二两三四五六七八九十百千]+(?:元|块|万|度|米|斤|公里|分钟?|小时|天|年|个月|厘米|个|次|倍|钱|毛).{0,2}";
    private static final String PRONOUNS =
            "(?:什么|啥|任何|谁|哪|多少|几|一点|较|如|例).*|[一有]些|人|大家|别人|[其他]他?人|自己|[我你他她咱]们?|本人|真人|实物|全?新的?|一个|一般的|以[上下]";
    /** Stretches of such a shape are no name. */
    private static final Pattern NO_NAME = Pattern.compile(String.join(
            "|",
            QUANTITIES,
            PRONOUNS,
            ".{1,2}着.{0,3}|一蟹|真.{0,2}|正品|(?:正经|说|给|只有).*|.*(?:而且|但是|因为|只有).*|[的得了着过].*|(?:在|有(?!线)).*|.*是.*"));

    /** What a clause has rather than a name begins or ends with. */
    private static final Pattern BEGINS =
            Pattern.compile("(?:早知道|如果|要是|还是|直接|再|去(?!年)|又|就|都|也|只|才|买|用|选|喝|吃|拿|换|加点?钱上?|的|与"
                    + "|我?(?:[0-9]+|[一二两三四五六七八九十百千万]{2,})[多来几]?[块元万]钱?的)+");

    private static final Pattern ENDS = Pattern.compile("(?:不|[0-9一二两三四五六七八九十百千]+(?:块|元|毛)钱?"
            + "|(?:里面?|中)?[我咱]?[还就真都也]?没(?:有|碰到|见过|找到|遇到|用过|喝过|吃过)?"
            + "|(?<=的)一|之间|这边|那边|里面|这些|来说|而言|的话|比较|相比?|卖的|[^的]得|[呢吧了也都就还才的])+$");
    private static final Pattern JOINED = Pattern.compile("、|以及|及|和|与|跟");
    private static final Pattern OTHERS = Pattern.compile(
            "人家|别[家的]|别人家|其[他它][家牌的店款]|隔壁|对面|楼下|上一?[代款版任批]|老[款版]|[A-Z]牌|同事那" + "|那[件款台家坛张把副]|专柜|实体店|平替|大牌|没分出|分不出");
    /** Parts of speech of words behind which 的 belongs to no name: nouns, pronouns, numbers, measures, times. */
    private static final String NOMINAL = "nrqmt";

    private static final int SHORTEST = 2;
    private static final int LONGEST = 18;
    private static final int LONGEST_LISTED = 8;

    private final Predicates predicates;

    /** @param predicates know the topics that are cut off: 海底捞的服务 is 海底捞 */
    Names(Predicates predicates) {
        this.predicates = predicates;
    }

    /** Whether the words mean the product itself. */
    static boolean isOwn(String words) {
        return OWN.matcher(words).matches();
    }

    /** Whether what the words name is compared with, but not as a thing of the kind: 想象中, 图片上, 平时. */
    static boolean isNothingSold(String words) {
        return NOTHING_SOLD.matcher(words).matches();
    }

    /** Whether there are words for other things of the kind, so that a comparison is likelier. */
    static boolean speaksOfOthers(String text) {
        return OTHERS.matcher(text).find();
    }

    /** The name or the names in a stretch, trimmed; none where it holds nothing that could be compared with. */
    List<Stretch> in(Draft draft, int from, int until) {
        Stretch whole = trimmed(draft, from, until);
        if (whole == null) return List.of();
        List<Stretch> names = new ArrayList<>();
        int start = whole.start();
        Matcher joint = JOINED.matcher(draft.normalised).region(whole.start(), whole.end());
        while (joint.find()) {
            if (isShort(start, joint.start()) && isShort(joint.end(), whole.end())) {
                names.add(new Stretch(start, joint.start()));
                start = joint.end();
            }
        }
        names.add(new Stretch(start, whole.end()));
        return names;
    }

    private static boolean isShort(int start, int end) {
        return end - start >= SHORTEST && end - start <= LONGEST_LISTED;
    }

    private @Nullable Stretch trimmed(Draft draft, int from, int until) {
        String text = draft.normalised;
        int start = from;
        while (start < until && text.charAt(start) == ' ') start++;
        Matcher begins = BEGINS.matcher(text).region(start, until);
        if (begins.lookingAt() && until - begins.end() >= SHORTEST) start = begins.end();
        int end = end(text, start, until);
        if (predicates.isTopic(text.substring(start, end))) return null;
        if (text.startsWith("的", end) && end <= until && isRelative(draft, end)) end++;
        String name = text.substring(start, end);
        boolean fits = name.length() >= SHORTEST && name.length() <= LONGEST;
        return fits && !isNothingSold(name) && !NO_NAME.matcher(name).matches() ? new Stretch(start, end) : null;
    }

    private int end(String text, int start, int until) {
        int end = until;
        int before;
        do {
            before = end;
            Matcher ends = ENDS.matcher(text).region(start, end);
            if (ends.find() && ends.start() - start >= SHORTEST) end = ends.start();
            int topic = predicates.topicBefore(text, start, end);
            if (topic - start >= SHORTEST) end = topic;
        } while (before != end);
        return end;
    }

    /** 我奶奶做的 and 上次买的 are names with their 的, 小米的 is 小米. */
    private static boolean isRelative(Draft draft, int at) {
        for (Token token : draft.tokens) {
            if (token.end() == at) return NOMINAL.indexOf(token.nature().charAt(0)) < 0;
        }
        return false;
    }
}
