package huisheng.insight.change;

import org.jspecify.annotations.Nullable;

/**
 * What the hits of two windows mention: an aspect or a keyword.
 *
 * @param hitsA hits of window A that mention it
 * @param expectedB {@code hitsA} for as many reviews as window B has
 * @param additional {@code hitsB − expectedB}, below 0 where it is mentioned less
 * @param shareOfAdditional part of all additional hits that mention it; a hit may mention several, so they may sum to
 *     more than 1; null where there are no more hits than before
 * @param g2 log-likelihood ratio that it is mentioned by another share of the reviews than before
 * @param q false discovery rate by Benjamini and Hochberg over all that were counted
 */
public record Contributor(
        String name,
        long hitsA,
        long hitsB,
        double expectedB,
        double additional,
        @Nullable Double shareOfAdditional,
        double g2,
        double p,
        double q) {}
