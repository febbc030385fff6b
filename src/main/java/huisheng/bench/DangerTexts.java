package huisheng.bench;

import java.util.List;

/**
 * Reviews of the first severity that are no copies of each other: a campaign of copies would tell nobody. The parts take
 * turns, and as the lengths of their lists have no common divisor the 2,772 texts are all different.
 */
final class DangerTexts {
    private static final List<String> WHEN =
            List.of("昨晚小酌两杯", "头一回开瓶", "跟同事聚餐开的", "老爸抿了一口", "家宴上一人一盅", "出差带到酒店", "婚宴当天");
    private static final List<String> WHAT = List.of(
            "全身起红疹", "上吐下泻", "嘴唇肿得老高", "吐了一夜", "晕倒在厕所", "过敏喘不上气", "脸肿得眼睛睁不开", "拉肚子拉到脱水", "浑身抽筋", "心慌得站不住", "吐了血");
    private static final List<String> THEN = List.of("送医院急诊", "住院三天", "急诊挂水", "连夜去洗胃");
    private static final List<String> AFTER =
            List.of("商家电话没人接", "发票和病历都在", "剩下半瓶封着呢", "谁给个说法", "全家吓得不轻", "批号拍了照", "再也不碰", "孩子都吓哭了", "店里装不知道");

    private DangerTexts() {}

    static String of(int number) {
        return "差评，" + at(WHEN, number) + "，" + at(WHAT, number) + "，" + at(THEN, number) + "，" + at(AFTER, number);
    }

    private static String at(List<String> parts, int number) {
        return parts.get(number % parts.size());
    }
}
