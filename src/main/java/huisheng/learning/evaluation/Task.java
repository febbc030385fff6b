package huisheng.learning.evaluation;

import huisheng.review.Analysis;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What the rows of one file are labelled for.
 *
 * @param keeps rows that carry such a label; others are left out and counted
 * @param facets the first one leads: rows that it finds wrong are the first among the errors
 * @param sureness how sure the analysis was, to list the surest errors first
 * @param grouped whether rows name the phenomenon that they test
 */
record Task(
        String name, Predicate<Row> keeps, List<Facet> facets, ToDoubleFunction<Analysis> sureness, boolean grouped) {
    Task {
        facets = List.copyOf(facets);
    }
}
