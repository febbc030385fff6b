package huisheng.analysis.pack;

import huisheng.review.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * What an opinion word says.
 *
 * @param aspect the aspect it names itself (好吃: taste), null where only its target tells
 * @param strength 0 to 1
 * @param fact a happening that judges without an opinion word (到货漏酒)
 */
public record Cue(@Nullable String aspect, Polarity polarity, double strength, boolean fact) {}
