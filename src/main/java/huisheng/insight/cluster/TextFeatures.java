package huisheng.insight.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Characters, pairs of characters and keywords. Characters tie wordings that share no word (滴, 防滴, 滴漏); pairs stand in
 * for words where a segmenter errs on short texts.
 */
final class TextFeatures {
    private static final double CHARACTER = 1;
    private static final double PAIR = 1;
    /** A content character beside a light one. */
    private static final double MIXED_PAIR = 0.3;

    private static final double KEYWORD = 0.5;

    private TextFeatures() {}

    static Map<String, Double> of(String text, List<String> keywords) {
        Map<String, Double> features = new TreeMap<>();
        for (String run : Wording.runs(text)) {
            if (Wording.isHan(run.charAt(0))) {
                addRun(run, features);
            } else {
                features.put("w:" + run, PAIR);
            }
        }
        for (String keyword : keywords) {
            if (keyword.length() > 1 && !Wording.isFrame(keyword)) features.put("k:" + keyword, KEYWORD);
        }
        return features;
    }

    private static void addRun(String run, Map<String, Double> features) {
        for (int i = 0; i < run.length(); i++) {
            boolean light = Wording.isLight(run.charAt(i));
            if (!light && !Wording.isSuffix(run.charAt(i))) features.put("c:" + run.charAt(i), CHARACTER);
            if (i + 1 == run.length()) return;
            boolean nextLight = Wording.isLight(run.charAt(i + 1));
            if (light && nextLight) continue;
            features.merge("p:" + run.substring(i, i + 2), light || nextLight ? MIXED_PAIR : PAIR, Math::max);
        }
    }
}
