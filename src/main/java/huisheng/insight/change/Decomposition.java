package huisheng.insight.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change of a measure from A to B, laid on the values of one dimension so that the parts sum to it exactly: E. M.
 * Kitagawa, "Components of a difference between two rates", JASA 50 (1955), 1168–1194. With weight {@code w} (share of
 * the window's reviews) and measure {@code r} of a value, {@code M} of all,
 *
 * <pre>
 * rate effect = (wA + wB) / 2 · (rB − rA)
 * mix effect  = (wB − wA) · ((rA + rB) / 2 − (MA + MB) / 2)
 * </pre>
 *
 * <p>A value that is in one window only has no change of its own: all of it is mix. A count has plain differences, which
 * stand as rate effects.
 *
 * @param change measure of B − measure of A
 * @param rateEffect sum over the values, like {@code mixEffect}; both sum to {@code change}
 * @param effects largest first, whatever the sign
 */
public record Decomposition(
        String dimension, Measure measure, double change, double rateEffect, double mixEffect, List<Effect> effects) {
    public Decomposition {
        effects = List.copyOf(effects);
    }

    /**
     * @param value null for those that {@link #top} put together
     * @param sumA of the measured values: the hits of a share
     */
    public record Effect(
            @Nullable String value, long nA, long nB, double sumA, double sumB, double rateEffect, double mixEffect) {
        public double total() {
            return rateEffect + mixEffect;
        }

        private Effect plus(Effect other) {
            return new Effect(
                    null,
                    nA + other.nA,
                    nB + other.nB,
                    sumA + other.sumA,
                    sumB + other.sumB,
                    rateEffect + other.rateEffect,
                    mixEffect + other.mixEffect);
        }
    }

    /** @throws IllegalArgumentException where a window is empty, which leaves a share or mean undefined */
    public static Decomposition of(Cube cube, String dimension) {
        int index = cube.dimensions().indexOf(dimension);
        if (index < 0) throw new IllegalArgumentException(dimension + " is none of " + cube.dimensions());
        Kitagawa kitagawa = Kitagawa.of(cube.measure(), cube.sums(index));
        List<Effect> effects = new ArrayList<>();
        List<String> values = cube.values(index);
        for (int i = 0; i < values.size(); i++) effects.add(kitagawa.effect(i, values.get(i)));
        effects.sort(Comparator.comparingDouble((Effect effect) -> -Math.abs(effect.total())));
        return new Decomposition(
                dimension, cube.measure(), kitagawa.change(), kitagawa.rate(), kitagawa.mix(), effects);
    }

    /** One for each dimension of the cube. */
    public static List<Decomposition> all(Cube cube) {
        return cube.dimensions().stream().map(dimension -> of(cube, dimension)).toList();
    }

    /** At most {@code limit} + 1 effects, the last of all others together; they sum to the change as before. */
    public Decomposition top(int limit) {
        if (limit < 0) throw new IllegalArgumentException("limit " + limit);
        if (effects.size() <= limit + 1) return this;
        List<Effect> top = new ArrayList<>(effects.subList(0, limit));
        effects.subList(limit, effects.size()).stream().reduce(Effect::plus).ifPresent(top::add);
        return new Decomposition(dimension, measure, change, rateEffect, mixEffect, top);
    }
}
