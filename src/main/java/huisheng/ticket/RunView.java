package huisheng.ticket;

import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.store.StoredDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run as it is shown.
 *
 * @param about what its ticket or alert is about
 * @param overdue numbers of the steps, from 1 on, that should have been done by now
 */
public record RunView(long id, int version, Map<Dimension, Set<String>> about, Run run, List<Integer> overdue) {
    public RunView {
        overdue = List.copyOf(overdue);
    }

    static RunView of(StoredDocument stored, Instant now) {
        Run run = Json.read(stored.body(), Run.class);
        List<Integer> overdue = new ArrayList<>();
        for (int i = 0; i < run.steps().size(); i++) {
            if (run.steps().get(i).overdue(now)) overdue.add(i + 1);
        }
        return new RunView(stored.id(), stored.version(), stored.about().only(), run, overdue);
    }
}
