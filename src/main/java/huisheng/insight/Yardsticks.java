package huisheng.insight;

import java.util.List;
import java.util.Optional;

/**
 * What a review compares with though it is nobody's product: an earlier one of one's own (老版, 上次那瓶), the price class
 * (同价位), the same from elsewhere (超市), what was expected, or just others. Worth knowing, but no competitor.
 */
final class Yardsticks {
    private static final String BY = "我跟和与同比在";
    /** The name is cut after the word, so that 以前用心 and 以前 are one. */
    private static final List<String> WORDS = List.of(
            // before
            "以前",
            "之前",
            "从前",
            "原来",
            "原先",
            "过去",
            "早先",
            "当初",
            "往年",
            "去年",
            "前年",
            "早年",
            "前几年",
            "小时候",
            "平时",
            "平常",
            "往常",
            "上次",
            "上回",
            "上一",
            "上批",
            "上瓶",
            "上个",
            "上月",
            "前一",
            "前几",
            "第一次",
            "首次",
            "头一次",
            "老版",
            "旧版",
            "老款",
            "旧款",
            "老包装",
            "旧包装",
            "老瓶",
            "旧瓶",
            "前代",
            "老的",
            "旧的",
            // of the kind or the price
            "同价位",
            "同价",
            "同档",
            "同类",
            "同级",
            "同品",
            "同等",
            "同样",
            "价位",
            "这个价",
            "这价",
            // expected
            "想象",
            "想的",
            "预期",
            "期待",
            "描述",
            "图片",
            "宣传",
            "介绍",
            "详情页",
            // the same elsewhere
            "超市",
            "隔壁",
            "门店",
            "实体店",
            "线下",
            "线上",
            "网上",
            "专卖店",
            "店里",
            "商场",
            "官网",
            "直播间",
            // anyone
            "其他",
            "其它",
            "别的",
            "别家",
            "别人",
            "人家",
            "一般",
            "普通",
            "市面",
            "外面",
            "大部分",
            "大多",
            "很多",
            "任何",
            "所有");

    /** Characters of the verb before 的: 用过的. */
    private static final int MOST_BEFORE = 3;

    private Yardsticks() {}

    /** The word for it; empty where a product may be meant: 之前用的飞利浦 is one, as is whatever a brand's name stands in. */
    static Optional<String> of(String said) {
        int from = 0;
        while (from < said.length() - 1 && BY.indexOf(said.charAt(from)) >= 0 && !startsWithWord(said, from)) from++;
        int start = from;
        return WORDS.stream()
                .filter(word -> said.startsWith(word, start))
                .filter(word -> !namesAProduct(said.substring(start + word.length())))
                .findFirst();
    }

    private static boolean startsWithWord(String said, int from) {
        return WORDS.stream().anyMatch(word -> said.startsWith(word, from));
    }

    /** 用的飞利浦, 喝的远山 */
    private static boolean namesAProduct(String rest) {
        int of = rest.indexOf('的');
        return of >= 1 && of <= MOST_BEFORE && rest.length() - of - 1 >= 2;
    }
}
