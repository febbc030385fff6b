package huisheng.analysis.comparison;

import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.Pack;
import huisheng.review.Polarity;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of a thing by comparison, behind the name of the other: 明显更好喝, 价格便宜二十块, 差远了. Knows the
 * pack's opinion words and those that judge by degree alone. Immutable.
 */
final class Predicates {
    private static final String GOOD = "强 好 便宜 划算 实惠 棒 优 香 甜 醇 柔 顺 绵 净 稳 亮 省 值 靓 美 鲜 脆 嫩 先进 高级 高端 上档次 有档次 优秀 领先 胜 胜出 "
            + "省油 省电 省钱 省心 省事 好看 好用 好喝 好吃 好闻 好听 好玩 好开 强劲 灵敏 细腻 安静 流畅 清晰 清楚 凉快 暖和 正宗 地道 用心 跟脚 合脚 醇厚 顺口 顺滑 柔和 绵柔 "
            + "解渴 解腻 有劲 有味 给力 上进 舒适 舒服 透气 耐看 有特色 有优势 占优 胜一筹 强一筹 "
            + "轻薄 轻便 轻巧 小巧 保暖 持久 服帖 丰富 齐全 准时 及时 周到 显瘦 显白 合身 修身 省力 跟手";
    private static final String BAD = "差 烂 糟 糟糕 弱 逊 逊色 落后 贵 坏 丑 吵 脏 涩 辣嗓子 辣喉咙 上头 呛 费 费油 费电 费劲 麻烦 简陋 廉价感 粗糙 差劲 劣 难 难喝 "
            + "难吃 难闻 难看 难用 难开 老气 土气 小气 敷衍 冷清 吃亏 亏 不如 缩水 退步";
    /** Good of one thing, bad of another. */
    private static final String EITHER =
            "大 小 高 低 多 少 快 慢 长 短 重 轻 厚 薄 宽 窄 硬 软 浓 淡 深 浅 早 晚 老 新 热 冷 冲 烈 辣 酸 咸 高出 低于 多出 少了 便宜得 " + "偏大 偏小 宽敞 大气 紧凑";
    /** Of the degree; what follows 更 is a predicate whatever it is. */
    private static final List<String> DEGREES = List.of(
            "不知道要", "不知要", "不知道", "毫无疑问", "看起来", "喝起来", "吃起来", "用起来", "闻起来", "听起来", "开起来", "看上去", "稍微", "稍稍", "略微",
            "明显", "确实", "真的是", "真的", "简直", "那么", "这么", "那样", "这样", "来得", "可能", "应该", "感觉", "觉得", "喝着", "闻着", "用着", "看着",
            "摸着", "穿着", "吃着", "有点", "有些", "好像", "反而", "肯定", "绝对", "起码", "至少", "相对", "显得", "做得", "做的", "卖得", "卖的", "都要",
            "还要", "也要", "还是", "更加", "更为", "还", "都", "也", "要", "会", "就", "又", "略", "稍", "真", "可", "是", "远", "更", "倒",
            "显");

    private static final Set<String> OPENS_ANY = Set.of("更", "更加", "更为", "还要");
    /** What may follow a predicate: its measure, a particle or the end. */
    private static final String MEASURES = "一二两三四五六七八九十百千几半多些点得了远太很不数倍在好吧呢啊吗哦呀哈嘛、到过起0123456789";

    /** Good as opinions, but the other side where they are compared with: 不比大牌差. */
    private static final List<String> RIVALS = List.of("大牌", "正品", "专柜");

    private static final int LONGEST = 6;

    private final Map<String, Polarity> words = new HashMap<>();
    private final Set<String> topics = new HashSet<>();
    /** Characters that a word, a topic or a degree begins with: most begin none, and need no look-ups by length. */
    private final BitSet openings = new BitSet();

    Predicates(Pack pack) {
        pack.lexicon().opinions().forEach(this::add);
        pack.cues().forEach(this::add);
        pack.judged().keySet().forEach(word -> words.putIfAbsent(word, Polarity.NEUTRAL));
        addAll(EITHER, Polarity.NEUTRAL);
        addAll(GOOD, Polarity.POSITIVE);
        addAll(BAD, Polarity.NEGATIVE);
        RIVALS.forEach(words::remove);
        topics.addAll(pack.targets().keySet());
        for (Collection<String> opening : List.of(words.keySet(), topics, DEGREES)) {
            for (String word : opening) if (!word.isEmpty()) openings.set(word.charAt(0));
        }
    }

    private void add(String word, Cue cue) {
        if (word.length() <= LONGEST) words.put(word, cue.polarity());
    }

    private void addAll(String list, Polarity polarity) {
        for (String word : list.split(" ", -1)) words.put(word, polarity);
    }

    /**
     * What is said.
     *
     * @param end where its word ends, without the measure
     * @param polarity neutral where the word alone does not tell
     */
    record Said(int end, Polarity polarity) {}

    /** What is said from here on, null where that is no predicate. */
    @Nullable
    Said at(String text, int from, int until) {
        int at = from;
        boolean opened = false;
        boolean topical = false;
        while (at < until && openings.get(text.charAt(at))) {
            String degree = degree(text, at, until);
            int topic = degree == null && !topical ? topic(text, at, until) : at;
            if (degree != null) {
                opened |= OPENS_ANY.contains(degree);
                at += degree.length();
            } else if (topic > at) {
                // 好喝 is no topic though 喝 may be
                Said said = word(text, at, until);
                if (said != null) return said;
                at = topic;
                topical = true;
            } else {
                break;
            }
        }
        Said said = word(text, at, until);
        if (said != null) return said;
        return opened && at < until ? new Said(until, Polarity.NEUTRAL) : null;
    }

    /** Whether the word names what can be judged rather than a thing: 味道, 色差. */
    boolean isTopic(String word) {
        return topics.contains(word) || words.containsKey(word);
    }

    /** Whether the stretch begins with what can be judged. */
    boolean isAboutTopic(String text, int from, int until) {
        if (from >= until || !openings.get(text.charAt(from))) return false;
        for (int end = from + 2; end <= until; end++) {
            if (isTopic(text.substring(from, end))) return true;
        }
        return false;
    }

    /** Where the topic that the stretch ends with begins, {@code until} where it ends with none. */
    int topicBefore(String text, int from, int until) {
        for (int length = Math.min(LONGEST, until - from); length >= 2; length--) {
            if (topics.contains(text.substring(until - length, until))) return until - length;
        }
        return until;
    }

    private @Nullable Said word(String text, int at, int until) {
        if (at >= until || !openings.get(text.charAt(at))) return null;
        for (int length = Math.min(LONGEST, until - at); length >= 1; length--) {
            Polarity polarity = words.get(text.substring(at, at + length));
            if (polarity != null && isMeasured(text, at + length, until)) return new Said(at + length, polarity);
        }
        return null;
    }

    private static boolean isMeasured(String text, int at, int until) {
        if (at >= until) return true;
        char next = text.charAt(at);
        if (next == '的') return at + 1 >= until || "多不是".indexOf(text.charAt(at + 1)) >= 0;
        return MEASURES.indexOf(next) >= 0 || next == ' ' || next == '~';
    }

    private static @Nullable String degree(String text, int at, int until) {
        for (String degree : DEGREES) {
            if (at + degree.length() <= until && text.startsWith(degree, at)) return degree;
        }
        return null;
    }

    private int topic(String text, int at, int until) {
        for (int length = Math.min(LONGEST, until - at); length >= 2; length--) {
            if (topics.contains(text.substring(at, at + length))) return at + length;
        }
        return at;
    }
}
