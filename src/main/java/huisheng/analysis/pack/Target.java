package huisheng.analysis.pack;

/**
 * A word for a thing judged.
 *
 * @param weak so general (东西) that a cue of another aspect outweighs it
 */
public record Target(String aspect, boolean weak) {}
