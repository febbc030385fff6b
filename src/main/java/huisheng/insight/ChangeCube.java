package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.insight.change.Cube;
import huisheng.insight.change.Totals;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts two windows by the values of several dimensions: one pass each, two where hits are counted apart. */
record ChangeCube(ReviewSnapshot now, ChangingMeasure measure, List<Dimension> dimensions) {
    /** Whether a review has one value in the dimension at most. */
    static boolean single(Dimension dimension) {
        return switch (dimension) {
            case BRAND, PRODUCT, CHANNEL, STORE, REGION, AGE_BAND, GENDER, LEVEL, BUYER, VARIANT, KIND, LANGUAGE ->
                true;
            default -> false;
        };
    }

    Cube of(Selection baseline, Selection window) throws IOException {
        Map<List<String>, Totals> a = count(baseline);
        Map<List<String>, Totals> b = count(window);
        Cube.Builder cube = new Cube.Builder(
                measure.measure(), dimensions.stream().map(Dimension::key).toList());
        for (Map.Entry<List<String>, Totals> cell : b.entrySet()) {
            cube = cube.add(cell.getKey(), a.getOrDefault(cell.getKey(), Totals.NONE), cell.getValue());
        }
        for (Map.Entry<List<String>, Totals> cell : a.entrySet()) {
            if (!b.containsKey(cell.getKey())) cube = cube.add(cell.getKey(), cell.getValue(), Totals.NONE);
        }
        return cube.build();
    }

    private Map<List<String>, Totals> count(Selection selection) throws IOException {
        Tally.By by = Tally.By.all(dimensions.toArray(Dimension[]::new));
        Map<List<String>, Long> hits = new HashMap<>();
        if (measure.countsHits()) {
            for (Tally.Cell cell : now.tally(measure.hits(selection), by).cells()) hits.put(cell.values(), cell.n());
        }
        Map<List<String>, Totals> counts = new LinkedHashMap<>();
        for (Tally.Cell cell : now.tally(selection, by).cells()) {
            counts.put(cell.values(), measure.totals(cell, hits.getOrDefault(cell.values(), 0L)));
        }
        return counts;
    }
}
