package huisheng.analysis.risk;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import huisheng.analysis.pack.RiskCue;
import huisheng.review.RiskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the words that point at dangers and tells which of them are denied. Immutable. */
public final class RiskCues {
    private static final int REACH = 5;
    private static final List<String> DENIALS = List.of(
            "没有", "没", "无", "不", "未", "别", "零", "免", "防", "原以为", "以为", "担心", "生怕", "还怕", "就怕", "怕", "本想", "差点", "幸好没");
    /** Beyond these a negator denies something else: 没放下就拉肚子, 不好吃还有苍蝇. */
    private static final String PARTING = "，。！？；,.!?; 就却才还又";

    private final AhoCorasickDoubleArrayTrie<List<RiskCue>> words = new AhoCorasickDoubleArrayTrie<>();

    public RiskCues(Map<String, List<RiskCue>> cues) {
        words.build(new TreeMap<>(cues));
    }

    /** A word found, with offsets into the text searched. A cue is denied where a negator or a fear stands before it. */
    public record Found(RiskType type, int severity, int start, int end, boolean denied) {}

    /** In order of their ends. */
    public List<Found> in(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) lower[i] = Character.toLowerCase(lower[i]);
        List<Found> found = new ArrayList<>();
        words.parseText(lower, (int start, int end, List<RiskCue> cues) -> {
            boolean denied = isDenied(text, start);
            for (RiskCue cue : cues) found.add(new Found(cue.type(), cue.severity(), start, end, denied));
        });
        return found;
    }

    private static boolean isDenied(String text, int start) {
        int from = start;
        while (from > 0 && start - from < REACH && PARTING.indexOf(text.charAt(from - 1)) < 0) from--;
        String before = text.substring(from, start);
        return DENIALS.stream().anyMatch(before::contains);
    }
}
