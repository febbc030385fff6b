package huisheng.store;

import huisheng.review.Dimension;
import huisheng.review.Scope;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import java.util.stream.Collectors;

/** The one place where a scope becomes SQL. Its five parameters, one array a dimension, null for no restriction. */
final class ScopeSql {
    private ScopeSql() {}

    /** Condition on a row of reviews; its parameters start at {@code first}. A row without a value is not admitted. */
    static String condition(String table, int first) {
        return column(table + ".brand", first)
                + " AND "
                + column(table + ".product", first + 1)
                + " AND "
                + column(table + ".channel", first + 2)
                + " AND "
                + column(table + ".store", first + 3)
                + " AND "
                + column(table + ".region", first + 4);
    }

    /**
     * Condition on a JSON column that keeps a scope as {@link huisheng.json.Json} writes it, of what an alert, a ticket or a case is about: true where the
     * caller's covers it, as {@link Scope#covers} says. The same five parameters.
     */
    static String covers(String column, int first) {
        return covered(column, "brand", first)
                + " AND "
                + covered(column, "product", first + 1)
                + " AND "
                + covered(column, "channel", first + 2)
                + " AND "
                + covered(column, "store", first + 3)
                + " AND "
                + covered(column, "region", first + 4);
    }

    /** The same condition where both scopes are JSON columns: true where that of {@code scope} covers {@code about}. */
    static String coversColumn(String scope, String about) {
        return Scope.DIMENSIONS.stream()
                .map(dimension ->
                        "(%1$s #> '{only,%3$s}' IS NULL OR coalesce(%2$s #> '{only,%3$s}' <@ (%1$s #> '{only,%3$s}'), false))"
                                .formatted(scope, about, dimension.key()))
                .collect(Collectors.joining(" AND "));
    }

    /** Adds the five parameters. */
    static Tuple bind(Tuple parameters, Scope scope) {
        add(parameters, scope, Dimension.BRAND);
        add(parameters, scope, Dimension.PRODUCT);
        add(parameters, scope, Dimension.CHANNEL);
        add(parameters, scope, Dimension.STORE);
        add(parameters, scope, Dimension.REGION);
        return parameters;
    }

    private static String column(String column, int parameter) {
        return "($%1$d::text[] IS NULL OR %2$s = ANY ($%1$d::text[]))".formatted(parameter, column);
    }

    private static String covered(String column, String dimension, int parameter) {
        return "($%1$d::text[] IS NULL OR (%2$s #> '{only,%3$s}' IS NOT NULL AND (%2$s #> '{only,%3$s}') <@ to_jsonb($%1$d::text[])))"
                .formatted(parameter, column, dimension);
    }

    private static void add(Tuple parameters, Scope scope, Dimension dimension) {
        Set<String> values = scope.only().get(dimension);
        if (values == null) {
            parameters.addValue(null);
        } else {
            parameters.addArrayOfString(values.stream().map(Texts::storable).toArray(String[]::new));
        }
    }
}
