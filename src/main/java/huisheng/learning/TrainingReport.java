package huisheng.learning;

import java.util.Map;

/**
 * What a training did.
 *
 * @param rows used, per corpus, in the order given
 * @param sha256 of the model file
 */
public record TrainingReport(Map<String, Integer> rows, String sha256, long bytes, double seconds, String text) {}
