package huisheng.analysis.comparison;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import huisheng.analysis.label.LabelScores;
import huisheng.analysis.pack.Competitor;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.text.Normalisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pack's competitors by name and alias, and the open ways to name another product. Immutable. */
public final class Rivals {
    private static final Pattern OPEN = Pattern.compile("比(?:起|较)?([^，。！？；比]{1,8}?)(?:更|还|要|都|强|好|差|贵|便宜|多|少|高|低|快|慢)"
            + "|(?:跟|和|与|同)([^，。！？；]{1,8}?)(?:比|相比|不相上下|一样|差不多|没差|没区别|难分)"
            + "|(?:不如|不及|赶不上|比不上|输给|完胜|吊打|秒杀|甩开?|胜过|超过|强过|好过)([^，。！？；]{1,8}?)(?:$|[，。！？；]|几条街|一大截|那么)");

    /** Words in front of a name that say by themselves that something is compared with it. */
    private static final List<String> MARKS = List.of("比", "不如", "比不上", "赶不上", "不及", "完胜", "吊打", "秒杀", "胜过");
    /** Whoever leaves for another has compared. */
    private static final List<String> LEAVING = List.of("转投", "改投", "投奔", "改喝", "改买", "改用", "换成", "换回");

    private final @Nullable AhoCorasickDoubleArrayTrie<String> names;

    public Rivals(Pack pack) {
        TreeMap<String, String> all = new TreeMap<>();
        for (Competitor competitor : pack.competitors()) {
            put(all, competitor.name(), competitor.name());
            for (String alias : competitor.aliases()) put(all, alias, competitor.name());
        }
        if (all.isEmpty()) {
            names = null;
        } else {
            names = new AhoCorasickDoubleArrayTrie<>();
            names.build(all);
        }
    }

    private static void put(Map<String, String> all, String word, String name) {
        String normal = Normalisation.normalise(word).text();
        if (!normal.isEmpty()) all.put(normal, name);
    }

    /** The pack's names; of names that overlap the longest, 远山窖 rather than its alias 远山. */
    List<LabelScores.Stretch> named(String text) {
        List<LabelScores.Stretch> found = new ArrayList<>();
        if (names == null) return found;
        names.parseText(text, (int start, int end, String name) -> {
            // hits come in order of their ends: a later one that starts no later holds the earlier
            while (!found.isEmpty() && found.getLast().start() >= start) found.removeLast();
            if (found.isEmpty() || found.getLast().end() <= start) found.add(new LabelScores.Stretch(start, end));
        });
        return found;
    }

    /**
     * Those of the pack's names that a word of comparing stands before.
     *
     * @param named all that the text holds
     */
    static List<LabelScores.Stretch> compared(String text, List<LabelScores.Stretch> named) {
        List<LabelScores.Stretch> found = new ArrayList<>();
        for (LabelScores.Stretch name : named) {
            if (found.size() == MOST) break;
            if (follows(MARKS, text, name) || isLeftFor(text, name) || isOutdone(text, name)) found.add(name);
        }
        return found;
    }

    private static boolean follows(List<String> marks, String text, LabelScores.Stretch name) {
        return marks.stream().anyMatch(mark -> text.startsWith(mark, name.start() - mark.length()));
    }

    /** 转投北垛了; but 换成北垛的朋友 speaks of somebody else. */
    private static boolean isLeftFor(String text, LabelScores.Stretch name) {
        return follows(LEAVING, text, name) && !text.startsWith("的", name.end());
    }

    /** 没有远山好喝; but 店里没有远山卖 compares nothing. */
    private static boolean isOutdone(String text, LabelScores.Stretch name) {
        if (!text.startsWith("没", name.start() - 1) && !text.startsWith("没有", name.start() - 2)) return false;
        int after = text.startsWith("的", name.end()) ? name.end() + 1 : name.end();
        return BETTER.stream().anyMatch(word -> text.startsWith(word, after));
    }

    /** What an open pattern names, in a text that is known to compare. */
    static List<LabelScores.Stretch> open(String text) {
        List<LabelScores.Stretch> found = new ArrayList<>();
        Matcher matcher = OPEN.matcher(text);
        if (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= 0) {
                    found.add(new LabelScores.Stretch(matcher.start(group), matcher.end(group)));
                }
            }
        }
        return found;
    }

    private static final List<String> BETTER =
            List.of("好", "强", "香", "甜", "顺", "耐", "快", "稳", "那么", "那样", "这么", "便宜", "划算", "实惠", "结实", "舒服", "清楚", "干净");
    /** More names than this are no comparison but a list. */
    private static final int MOST = 50;

    private static final List<String> LEADING = List.of("早知道", "买", "选", "还是", "换回", "比起", "比", "跟", "和", "它");
    private static final List<String> INSIDE = List.of("都比", "也比", "还比", "比这", "比它", "不如", "垫底");
    private static final List<String> TRAILING = List.of("卖的", "了", "都", "也", "就", "还", "才");
    private static final int SHORTEST = 2;

    /** Without what belongs to the comparison rather than to the name: 菜场摊位卖的都比这 is 菜场摊位. */
    static LabelScores.Stretch trimmed(String text, LabelScores.Stretch rival) {
        int start = rival.start();
        int end = rival.end();
        for (String lead : LEADING) {
            if (text.startsWith(lead, start) && end - start - lead.length() >= SHORTEST) start += lead.length();
        }
        for (String inner : INSIDE) {
            int at = text.indexOf(inner, start, Math.max(start, end));
            if (at - start >= SHORTEST && at < end) end = at;
        }
        for (String tail : TRAILING) {
            int cut = end - tail.length();
            if (cut - start >= SHORTEST && text.startsWith(tail, cut)) end = cut;
        }
        return new LabelScores.Stretch(start, end);
    }
}
