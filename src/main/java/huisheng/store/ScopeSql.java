package huisheng.store;

import huisheng.review.Dimension;
import huisheng.review.Scope;
import io.vertx.sqlclient.Tuple;
import java.util.Set;

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

    private static void add(Tuple parameters, Scope scope, Dimension dimension) {
        Set<String> values = scope.only().get(dimension);
        if (values == null) {
            parameters.addValue(null);
        } else {
            parameters.addArrayOfString(values.stream().map(Texts::storable).toArray(String[]::new));
        }
    }
}
