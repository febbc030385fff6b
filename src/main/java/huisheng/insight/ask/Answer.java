package huisheng.insight.ask;

import java.util.List;

/** What a question is answered with: a record that {@link huisheng.json.Json} can write. */
public interface Answer {
    /** What it says in words, the most important first, at most ten; empty where nothing is beyond chance. */
    List<Finding> findings();
}
