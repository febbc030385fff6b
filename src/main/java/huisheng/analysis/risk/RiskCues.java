package huisheng.analysis.risk;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import huisheng.analysis.pack.RiskCue;
import huisheng.review.RiskType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the words that point at dangers and tells which of them are denied. Immutable. */
public final class RiskCues {
    private static final int REACH = 5;
    private static final List<String> DENIALS = List.of(
            "没有", "没", "无", "不", "未", "别", "零", "免", "防", "原以为", "以为", "担心", "生怕", "还怕", "就怕", "怕", "本想", "差点", "幸好没");
    /** Beyond these a negator denies something else: 没放下就拉肚子, 不好吃还有苍蝇. */
    private static final String PARTING = "，。！？；,.!?; 就却才还又";

    /** Of the others what is missing may be the danger: 绝缘皮都没有, 营业执照也没有. */
    private static final Set<RiskType> BAD_BY_BEING_THERE = EnumSet.of(RiskType.FOOD_SAFETY, RiskType.HEALTH);

    /** 苍蝇都没有, 虫子一只没见着; but 虫子没挑干净 is none. */
    private static final Pattern DENIED_BEHIND =
            Pattern.compile("(?:之类的?|什么的|啥的|味道?|现象|问题)?[也都全完几乎基本上真的一半个只根点丝片条粒颗毫]{0,6}"
                    + "(?:没有|木有|没|无)(?:见着?|看到|发现|闻到|出现|遇到|碰到|发生)?[过了的啊呢呀哦哈]{0,2}(?=$|[^\u4e00-\u9fff])");

    private final AhoCorasickDoubleArrayTrie<List<RiskCue>> words = new AhoCorasickDoubleArrayTrie<>();

    public RiskCues(Map<String, List<RiskCue>> cues) {
        words.build(new TreeMap<>(cues));
    }

    /**
     * A word found, with offsets into the text searched. A cue is denied where a negator or a fear stands before it, or a
     * denial behind.
     */
    public record Found(RiskType type, int severity, int start, int end, boolean denied) {}

    /** In order of their ends. */
    public List<Found> in(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) lower[i] = Character.toLowerCase(lower[i]);
        List<Found> found = new ArrayList<>();
        words.parseText(lower, (int start, int end, List<RiskCue> cues) -> {
            boolean denied = isDenied(text, start);
            for (RiskCue cue : cues) {
                boolean none = denied || (BAD_BY_BEING_THERE.contains(cue.type()) && isDeniedBehind(text, start, end));
                found.add(new Found(cue.type(), cue.severity(), start, end, none));
            }
        });
        return found;
    }

    private static boolean isDenied(String text, int start) {
        int from = start;
        while (from > 0 && start - from < REACH && PARTING.indexOf(text.charAt(from - 1)) < 0) from--;
        String before = text.substring(from, start);
        return DENIALS.stream().anyMatch(before::contains);
    }

    /** 有虫子没发现 says that there was one. */
    private static boolean isDeniedBehind(String text, int start, int end) {
        boolean there = start > 0 && text.charAt(start - 1) == '有';
        return !there && DENIED_BEHIND.matcher(text).region(end, text.length()).lookingAt();
    }
}
