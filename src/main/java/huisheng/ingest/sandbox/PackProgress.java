package huisheng.ingest.sandbox;

/**
 * How far stored reviews are read with the packs in force.
 *
 * @param pipeline that they should be read by
 * @param total analysed reviews, {@code done} of them by this pipeline
 * @param failed reviews that the pipeline gave up on; they keep their earlier analysis
 * @param finished nothing is left to do
 */
public record PackProgress(
        PackInfo pack, String pipeline, long total, long done, long waiting, long failed, boolean finished) {}
