package huisheng.analysis.risk;

import huisheng.review.RiskType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a plight is told: of whoever writes, or only from hearsay, out of fear, of another time or place, or as a figure of
 * speech.
 *
 * @param before of the clause, up to the word
 * @param after of the clause, from the word on
 * @param near the clauses before it too, as far as a mouth is likely to be named with what is found in it
 */
record Telling(RiskType type, String word, String before, String after, String near) {
    private static final String PARTING = "，。！？；、,.!?;~\n";
    private static final int NEAR = 16;

    private static final List<String> HEARD =
            List.of("听说", "据说", "朋友说", "网上说", "有人说", "人家说", "别人", "都说", "新闻", "谣言", "传言", "网传");
    private static final List<String> SUPPOSED = List.of(
            "怕", "担心", "要是", "如果", "万一", "假如", "容易", "可能", "以免", "防止", "避免", "小心", "免得", "省得", "以为", "不至于", "怀疑", "疑似",
            "是不是", "会不会", "像", "仿佛", "如同", "别再");
    private static final List<String> ELSEWHERE = List.of(
            "上回", "上次", "以前", "从前", "之前", "去年", "前年", "那年", "当年", "得过", "有过", "曾经", "老毛病", "病史", "年轻时", "小时候", "孕吐",
            "别家", "别的", "别处", "隔壁", "另一家", "出院", "探望", "看望", "病人", "治", "缓解", "告别");
    private static final List<String> OVER = List.of("没再", "不再", "没犯", "那阵", "那段", "那会", "那几", "期间", "时候");
    private static final List<String> NAMES =
            List.of("部", "楼", "科", "时", "的", "价", "保护", "推荐", "整理", "病床", "过", "一样", "似的", "后遗", "综合");
    /** 吃这个会中毒; but not 一会, 聚会, 机会. */
    private static final Pattern WOULD = Pattern.compile("(?<![一聚机宴晚年])会(让人|引起|导致|造成|被|有)?$");
    /** 香得我快昏过去了. */
    private static final Pattern OVERSTATED = Pattern.compile("[得到快](我|人|都|要|快|差点|直接){0,2}$");

    private static final List<String> SWOON = List.of("昏", "晕", "休克", "吐血", "喝死", "吃死", "毁容");
    /** Small hard things are harmless outside of food: 墙上的钉子. */
    private static final List<String> THINGS =
            List.of("玻璃", "刀片", "钉", "针头", "鱼钩", "蛆", "死苍蝇", "死蟑螂", "死老鼠", "死壁虎", "死虫子");

    private static final List<String> IN_FOOD = List.of(
            "吃到", "吃出", "吃着", "喝到", "喝出", "咬", "嚼", "吐出", "嘴", "牙", "舌", "咽", "硌", "里面", "里头", "里有", "掰开", "漂着", "泡着",
            "捞", "夹出", "汤", "饭", "菜", "肉", "面包", "奶", "酒里", "吃的", "喝的");

    /** @param found in the text */
    static Telling of(String text, RiskCues.Found found) {
        int start = found.start();
        while (start > 0 && PARTING.indexOf(text.charAt(start - 1)) < 0) start--;
        int end = found.end();
        while (end < text.length() && PARTING.indexOf(text.charAt(end)) < 0) end++;
        return new Telling(
                found.type(),
                text.substring(found.start(), found.end()),
                text.substring(start, found.start()),
                text.substring(found.end(), end),
                text.substring(Math.max(0, found.start() - NEAR), found.start()));
    }

    boolean isReal() {
        if (holds(before, HEARD) || holds(before, SUPPOSED) || holds(before, ELSEWHERE)) return false;
        if (WOULD.matcher(before).find()) return false;
        if (holds(after, OVER) || NAMES.stream().anyMatch(after::startsWith)) return false;
        if (holds(word, SWOON) && OVERSTATED.matcher(before).find()) return false;
        return type != RiskType.FOOD_SAFETY || !holds(word, THINGS) || holds(near, IN_FOOD);
    }

    private static boolean holds(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
