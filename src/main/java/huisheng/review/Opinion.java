package huisheng.review;

import org.jspecify.annotations.Nullable;

/**
 * One judgement on one aspect.
 *
 * @param aspect the pack's id, for example {@code packaging}
 * @param target the words for the thing judged, null where only implied
 * @param opinion the shortest piece of text that carries the polarity with its negation
 * @param implicit true where the polarity follows from a fact and no opinion word is there
 */
public record Opinion(
        String aspect,
        String aspectName,
        @Nullable String target,
        String opinion,
        Polarity polarity,
        double score,
        int start,
        int end,
        boolean implicit) {}
