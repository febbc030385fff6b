package huisheng.index;

/** A selection twice, whatever it says about noise itself: without the reviews that carry a noise flag, and with them. */
public record NoiseCounts(StanceCounts without, StanceCounts with) {}
