package huisheng.index;

import huisheng.review.Analysis;
import huisheng.review.Comparison;
import huisheng.review.Dimension;
import huisheng.review.DimensionValues;
import huisheng.review.Intent;
import huisheng.review.Need;
import huisheng.review.Opinion;
import huisheng.review.Risk;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a text stands what an analysis found, kept beside the text so that a figure can show its evidence without
 * asking the store: {@code start,end,dimension=value} a line. Short, because there is one for every review.
 */
final class Spans {
    /** A found value and its span, in UTF-16 offsets of the masked text. */
    record Found(Dimension dimension, String value, int start, int end) {}

    private static final String OPINION = "o";
    private static final String INTENT = "i";
    private static final String RISK = "r";
    private static final String COMPARISON = "c";
    private static final String NEED = "n";
    private static final int MAX = 64;

    private Spans() {}

    static String write(Analysis analysis) {
        StringBuilder out = new StringBuilder();
        for (Opinion o : first(analysis.opinions())) {
            add(
                    out,
                    OPINION,
                    o.start(),
                    o.end(),
                    o.aspect() + ":" + o.polarity().label() + ":" + o.opinion().strip());
        }
        for (Intent i : first(analysis.intents())) {
            add(out, INTENT, i.start(), i.end(), i.type().label());
        }
        for (Risk r : first(analysis.risks())) {
            add(out, RISK, r.start(), r.end(), r.type().label());
        }
        for (Comparison c : first(analysis.comparisons())) {
            add(out, COMPARISON, c.start(), c.end(), DimensionValues.comparison(c));
        }
        for (Need n : first(analysis.needs())) add(out, NEED, n.start(), n.end(), "");
        return out.toString();
    }

    private static <T> List<T> first(List<T> found) {
        return found.size() <= MAX ? found : found.subList(0, MAX);
    }

    private static void add(StringBuilder out, String kind, int start, int end, String value) {
        out.append(kind).append(start).append(',').append(end).append('=');
        out.append(value.replace('\n', ' ')).append('\n');
    }

    /** All that the line says under every dimension that it stands for. */
    static List<Found> read(String spans) {
        List<Found> found = new ArrayList<>();
        for (String line : spans.lines().toList()) {
            int comma = line.indexOf(',');
            int equals = line.indexOf('=');
            if (comma < 2 || equals < comma) continue;
            int start = Integer.parseInt(line, 1, comma, 10);
            int end = Integer.parseInt(line, comma + 1, equals, 10);
            add(found, line.substring(0, 1), line.substring(equals + 1), start, end);
        }
        return found;
    }

    private static void add(List<Found> found, String kind, String value, int start, int end) {
        switch (kind) {
            case OPINION -> addOpinion(found, value.split(":", 3), start, end);
            case INTENT -> found.add(new Found(Dimension.INTENT, value, start, end));
            case RISK -> found.add(new Found(Dimension.RISK, value, start, end));
            case NEED -> found.add(new Found(Dimension.NEED, value, start, end));
            case COMPARISON -> {
                found.add(new Found(Dimension.COMPARISON, value, start, end));
                String competitor = value.substring(0, value.lastIndexOf(':', value.lastIndexOf(':') - 1));
                found.add(new Found(Dimension.COMPETITOR, competitor, start, end));
            }
            default -> {}
        }
    }

    private static void addOpinion(List<Found> found, String[] parts, int start, int end) {
        if (parts.length < 3) return;
        found.add(new Found(Dimension.ASPECT, parts[0], start, end));
        found.add(new Found(Dimension.ASPECT_POLARITY, parts[0] + ":" + parts[1], start, end));
        found.add(new Found(Dimension.ASPECT_OPINION, parts[0] + ":" + parts[2], start, end));
    }
}
