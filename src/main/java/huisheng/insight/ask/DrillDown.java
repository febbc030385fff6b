package huisheng.insight.ask;

import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a filter the way the interface reads it. */
public final class DrillDown {
    private static final String SEARCH = "/api/v1/reviews";

    private DrillDown() {}

    /** Path and query of the search for what a selection holds; the scope is the caller's own anyway. */
    public static String link(Selection selection) {
        return address(SEARCH, parameters(selection.filter()));
    }

    public static String address(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The parameters that say the filter, in a fixed order. */
    public static Map<String, String> parameters(Filter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Period period = filter.period();
        if (period != null) {
            parameters.put("from", period.from().toString());
            parameters.put("until", period.until().toString());
        }
        filter.in()
                .forEach((dimension, values) ->
                        parameters.put(name(dimension), String.join(",", new TreeSet<>(values))));
        if (!filter.query().isBlank()) parameters.put("q", filter.query());
        if (filter.noise() != Noise.EXCLUDE)
            parameters.put("noise", filter.noise().label());
        return parameters;
    }

    private static String name(Dimension dimension) {
        return dimension == Dimension.NOISE ? "noiseType" : dimension.key();
    }
}
