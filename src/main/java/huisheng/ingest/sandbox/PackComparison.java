package huisheng.ingest.sandbox;

import huisheng.analysis.Pipeline;
import huisheng.ingest.StoredRequest;
import huisheng.review.Analysis;
import huisheng.review.StoredReview;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads reviews by two pipelines and counts what differs. One thread. */
final class PackComparison {
    private static final int EXAMPLES = 5;
    private static final int SHOWN = 200;

    private final Pipeline before;
    private final Pipeline after;
    private final Map<Finding, Integer> counts = new EnumMap<>(Finding.class);
    private final Map<Finding, List<PackPreview.Example>> examples = new EnumMap<>(Finding.class);
    private final Map<List<String>, Integer> flips = new TreeMap<>(java.util.Comparator.comparing(String::valueOf));
    private final Map<String, int[]> aspects = new TreeMap<>();
    private int sample;
    private int changed;

    PackComparison(Pipeline before, Pipeline after) {
        this.before = before;
        this.after = after;
    }

    void add(StoredReview review) {
        Analysis old = before.analyse(StoredRequest.of(review));
        Analysis now = after.analyse(StoredRequest.of(review));
        sample++;
        boolean any = false;
        for (Finding kind : Finding.values()) {
            List<String> was = kind.of(old);
            List<String> is = kind.of(now);
            if (was.equals(is)) continue;
            any = true;
            note(kind, review, was, is);
        }
        if (any) changed++;
        opinions(signs(old), signs(now));
    }

    private void note(Finding kind, StoredReview review, List<String> was, List<String> is) {
        counts.merge(kind, 1, Integer::sum);
        if (kind == Finding.SENTIMENT) flips.merge(List.of(was.getFirst(), is.getFirst()), 1, Integer::sum);
        List<PackPreview.Example> shown = examples.computeIfAbsent(kind, k -> new ArrayList<>());
        if (shown.size() == EXAMPLES) return;
        String text = review.review().text();
        int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        shown.add(new PackPreview.Example(review.id(), text.substring(0, end), was, is));
    }

    private static Set<String> signs(Analysis analysis) {
        Set<String> signs = new HashSet<>();
        analysis.opinions()
                .forEach(o -> signs.add(o.aspect() + ":" + o.polarity().label()));
        return signs;
    }

    private void opinions(Set<String> was, Set<String> is) {
        for (String sign : is) if (!was.contains(sign)) aspects.computeIfAbsent(sign, s -> new int[2])[0]++;
        for (String sign : was) if (!is.contains(sign)) aspects.computeIfAbsent(sign, s -> new int[2])[1]++;
    }

    PackPreview preview(
            String pack, boolean inUse, PackPreview.@org.jspecify.annotations.Nullable Challenge challenge) {
        List<PackPreview.Kind> kinds = new ArrayList<>();
        counts.forEach(
                (kind, n) -> kinds.add(new PackPreview.Kind(kind.label(), n, examples.getOrDefault(kind, List.of()))));
        List<PackPreview.Flip> flipped = new ArrayList<>();
        flips.forEach((labels, n) -> flipped.add(new PackPreview.Flip(labels.get(0), labels.get(1), n)));
        List<PackPreview.AspectChange> moved = new ArrayList<>();
        aspects.forEach((sign, n) -> {
            String[] parts = sign.split(":", 2);
            moved.add(new PackPreview.AspectChange(parts[0], parts[1], n[0], n[1]));
        });
        return new PackPreview(
                pack, inUse, before.version(), after.version(), sample, changed, kinds, flipped, moved, challenge);
    }
}
