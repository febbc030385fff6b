package huisheng.insight;

import huisheng.index.NoiseCounts;
import huisheng.index.StanceCounts;

/** The same selection without and with the reviews that carry a noise flag, whichever the question counted. */
public record NoiseEffect(Stance without, Stance with) {
    static NoiseEffect of(NoiseCounts counts) {
        return new NoiseEffect(stance(counts.without()), stance(counts.with()));
    }

    private static Stance stance(StanceCounts counts) {
        return Stance.of(counts.positive(), counts.negative(), counts.neutral(), counts.mixed(), counts.unscored());
    }
}
