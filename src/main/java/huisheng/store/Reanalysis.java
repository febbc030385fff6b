package huisheng.store;

/**
 * How far all reviews are read by one pipeline.
 *
 * @param total analysed reviews
 * @param done of them those that this pipeline has read
 * @param failed reviews that are parked after repeated failures; they are not tried again by themselves
 */
public record Reanalysis(long total, long done, long failed) {}
