package huisheng.insight.ask;

import huisheng.review.Period;
import java.util.List;

/** What a question is answered with: a record that {@link huisheng.json.Json} can write. */
public interface Answer {
    /** What it says in words, the most important first, at most ten; empty where nothing is beyond chance. */
    List<Finding> findings();

    /** Those for a report of a period, where the question looks further back than that. */
    default List<Finding> findings(Period reported) {
        return findings();
    }
}
