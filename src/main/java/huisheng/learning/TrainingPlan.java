package huisheng.learning;

import java.nio.file.Path;
import java.util.List;

/**
 * What a training reads and where it writes.
 *
 * @param home the folder that holds {@code corpora}
 * @param models the folder that models are written to
 * @param pack whose words and aspects the texts are read with
 */
record TrainingPlan(Path home, Path models, String pack, List<Corpus> corpora) {
    TrainingPlan {
        corpora = List.copyOf(corpora);
    }
}
