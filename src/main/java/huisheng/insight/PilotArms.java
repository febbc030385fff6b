package huisheng.insight;

import huisheng.insight.statistics.SampleRatio;
import org.jspecify.annotations.Nullable;

/**
 * The arms of a pilot and what they are held against.
 *
 * @param controlA where nothing was tried, the counterpart of {@code a}, or {@code a} before; null like {@code controlB}
 *     where there is no control
 * @param ratio whether the arms got as many reviews as they should; null where that isn't known
 */
record PilotArms(
        PilotArm a,
        PilotArm b,
        @Nullable PilotArm controlA,
        @Nullable PilotArm controlB,
        long both,
        @Nullable SampleRatio ratio) {}
