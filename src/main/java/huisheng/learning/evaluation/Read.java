package huisheng.learning.evaluation;

import huisheng.review.Analysis;
import java.util.ArrayList;
import java.util.List;

/**
 * A row, its analysis, and what each facet of the task makes of them.
 *
 * @param tallies in the order of the task's facets
 */
record Read(Row row, Analysis analysis, List<Tally> tallies) {
    static Read of(Task task, Row row, Analysis analysis) {
        List<Tally> tallies = new ArrayList<>();
        for (Facet facet : task.facets()) tallies.add(facet.tally(row, analysis));
        return new Read(row, analysis, List.copyOf(tallies));
    }

    boolean right() {
        return tallies.stream().allMatch(Tally::right);
    }

    /** The phenomenon that the row tests first of all. */
    String group() {
        return row.fields().path("groups").path(0).asText("-");
    }

    static List<Tally> of(List<Read> reads, int facet) {
        return reads.stream().map(read -> read.tallies().get(facet)).toList();
    }
}
