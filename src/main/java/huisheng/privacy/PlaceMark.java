package huisheng.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The word that ends one part of an address: 省, 市, 区, 路.
 *
 * @param start offset of the word, which is where the part's name ends
 * @param level from 0, province, to 4, road or estate
 * @param weak counts only right before a door, because it often means something else
 */
record PlaceMark(int start, int end, int level, boolean weak) {
    static final int PROVINCE = 0;
    static final int CITY = 1;
    static final int DISTRICT = 2;
    static final int TOWN = 3;
    static final int ROAD = 4;

    /** Longer words first: 自治区 is no 区. */
    private static final List<Map.Entry<String, Integer>> WORDS = List.of(
            Map.entry("特别行政区", PROVINCE),
            Map.entry("自治区", PROVINCE),
            Map.entry("自治州", CITY),
            Map.entry("自治县", DISTRICT),
            Map.entry("开发区", TOWN),
            Map.entry("高新区", TOWN),
            Map.entry("工业区", TOWN),
            Map.entry("街道", TOWN),
            Map.entry("苏木", TOWN),
            Map.entry("地区", CITY),
            Map.entry("社区", ROAD),
            Map.entry("小区", ROAD),
            Map.entry("校区", ROAD),
            Map.entry("园区", ROAD),
            Map.entry("大道", ROAD),
            Map.entry("胡同", ROAD),
            Map.entry("新村", ROAD),
            Map.entry("花园", ROAD),
            Map.entry("家园", ROAD),
            Map.entry("公寓", ROAD),
            Map.entry("大厦", ROAD),
            Map.entry("广场", ROAD),
            Map.entry("宿舍", ROAD),
            Map.entry("公馆", ROAD),
            Map.entry("省", PROVINCE),
            Map.entry("市", CITY),
            Map.entry("盟", CITY),
            Map.entry("州", CITY),
            Map.entry("区", DISTRICT),
            Map.entry("县", DISTRICT),
            Map.entry("旗", DISTRICT),
            Map.entry("镇", TOWN),
            Map.entry("乡", TOWN),
            Map.entry("路", ROAD),
            Map.entry("街", ROAD),
            Map.entry("道", ROAD),
            Map.entry("巷", ROAD),
            Map.entry("弄", ROAD),
            Map.entry("段", ROAD),
            Map.entry("村", ROAD),
            Map.entry("庄", ROAD),
            Map.entry("屯", ROAD),
            Map.entry("寨", ROAD),
            Map.entry("苑", ROAD));

    private static final String WEAK = "里坊园城府湾庭居邸堡郡郷场厂院岛湖";

    private static final Set<String> NOT_ENDING =
            Set.of(("超市 城市 门市 夜市 上市 菜市 集市 股市 都市 楼市 片区 景区 专区 分区 厂区 外省 节省 全省 知道 味道 渠道 频道 "
                            + "通道 报道 难道 轨道 公道 厚道 地道 一道 管道 力道 一路 套路 思路 线路 电路 半路 网路 问路 走路 马路 铁路 逛街 上街 农村 全村 全县 联盟 加盟 家乡 故乡 "
                            + "老乡 阶段 手段 时段 片段 红旗 这段 那段 一段 冰镇 亚州 高速公路")
                    .split(" "));
    private static final Set<String> NOT_STARTING =
            Set.of("市场 市面 市价 区别 区分 区间 路上 路由 路过 路边 路口 道理 道歉 道具 街上 街边 县城 省钱 省心 省事 省电 省力 镇店 段时 村里 旗舰 旗下".split(" "));

    /** The mark that starts here, null where none does. */
    static @Nullable PlaceMark at(String text, int start) {
        for (Map.Entry<String, Integer> word : WORDS) {
            if (!text.startsWith(word.getKey(), start)) continue;
            int end = start + word.getKey().length();
            return word.getKey().length() == 1 && isOtherWord(text, start)
                    ? null
                    : new PlaceMark(start, end, word.getValue(), false);
        }
        return WEAK.indexOf(text.charAt(start)) < 0 ? null : new PlaceMark(start, start + 1, ROAD, true);
    }

    private static boolean isOtherWord(String text, int at) {
        return (at > 0 && NOT_ENDING.contains(text.substring(at - 1, at + 1)))
                || (at + 2 <= text.length() && NOT_STARTING.contains(text.substring(at, at + 2)));
    }
}
