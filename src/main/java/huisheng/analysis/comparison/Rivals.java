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

    /** Known names where there are any, else what an open pattern names. */
    List<LabelScores.Stretch> in(String text) {
        List<LabelScores.Stretch> found = new ArrayList<>();
        if (names != null) {
            names.parseText(text, (int start, int end, String name) -> {
                if (found.isEmpty() || found.getLast().end() <= start) found.add(new LabelScores.Stretch(start, end));
            });
        }
        if (!found.isEmpty()) return found;
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
}
