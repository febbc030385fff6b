package huisheng.ingest.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.review.Analysis;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Micro-F1 of a set of labels, before and after. One thread. */
final class LabelScore {
    private final String name;
    private final Function<JsonNode, Set<String>> gold;
    private final Function<Analysis, Set<String>> found;
    private int wanted;
    private final int[] hits = new int[2];
    private final int[] given = new int[2];

    LabelScore(String name, Function<JsonNode, Set<String>> gold, Function<Analysis, Set<String>> found) {
        this.name = name;
        this.gold = gold;
        this.found = found;
    }

    void add(JsonNode row, Analysis before, Analysis after) {
        Set<String> labels = gold.apply(row);
        wanted += labels.size();
        count(0, labels, found.apply(before));
        count(1, labels, found.apply(after));
    }

    private void count(int side, Set<String> labels, Set<String> read) {
        given[side] += read.size();
        Set<String> both = new HashSet<>(read);
        both.retainAll(labels);
        hits[side] += both.size();
    }

    PackPreview.Measure measure() {
        return new PackPreview.Measure(name, wanted, f1(0), f1(1));
    }

    private double f1(int side) {
        int all = wanted + given[side];
        return all == 0 ? 1 : 2.0 * hits[side] / all;
    }
}
