package huisheng.privacy;

import java.util.List;

/** Provinces and cities that people write without 省 or 市, and names longer than two characters. */
final class Places {
    private static final List<String> NAMES =
            List.of(("黑龙江 内蒙古 呼和浩特 乌鲁木齐 齐齐哈尔 鄂尔多斯 石家庄 哈尔滨 马鞍山 景德镇 张家界 张家口 张家港 秦皇岛 葫芦岛 连云港 平顶山 三门峡 驻马店 "
                            + "攀枝花 六盘水 佳木斯 牡丹江 大兴安岭 浦东新 防城港 克拉玛依 嘉峪关 石嘴山 双鸭山 七台河 "
                            + "北京 天津 上海 重庆 河北 山西 辽宁 吉林 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 广西 西藏 宁夏 "
                            + "新疆 香港 澳门 广州 深圳 杭州 南京 苏州 无锡 宁波 温州 成都 武汉 长沙 郑州 西安 济南 青岛 大连 沈阳 长春 福州 厦门 泉州 合肥 南昌 昆明 贵阳 "
                            + "南宁 海口 三亚 太原 兰州 银川 西宁 拉萨 佛山 东莞 珠海 中山 惠州 常州 南通 徐州 扬州 绍兴 嘉兴 金华 台州 烟台 潍坊 临沂 洛阳 唐山 保定 台北 高雄 "
                            + "新北 桃园 台中 台南")
                    .split(" "));

    private Places() {}

    /** Length of the longest known name that ends here, 0 where none does. */
    static int endingAt(String text, int end) {
        int longest = 0;
        for (String name : NAMES) {
            if (name.length() > longest && text.startsWith(name, end - name.length())) longest = name.length();
        }
        return longest;
    }
}
