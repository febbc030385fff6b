package huisheng.learning;

import java.util.List;

/**
 * What a training wrote.
 *
 * @param scores of rows that were held out; empty where none was
 */
record Learned(List<ModelFile> files, List<Score> scores) {
    Learned {
        files = List.copyOf(files);
        scores = List.copyOf(scores);
    }
}
