package huisheng.insight.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Minimises a function of a few variables, each kept between 0 and 1: J. A. Nelder and R. Mead, "A simplex method for
 * function minimization", Computer Journal 7 (1965), 308–313.
 */
final class NelderMead {
    private static final int MAX_STEPS = 120;
    private static final double TOLERANCE = 1e-7;
    private static final double EDGE = 0.2;

    private final ToDoubleFunction<double[]> function;
    private final Vertex[] simplex;

    private static final class Vertex {
        final double[] at;
        final double value;

        Vertex(double[] at, double value) {
            this.at = at;
            this.value = value;
        }
    }

    private NelderMead(ToDoubleFunction<double[]> function, double[] start) {
        this.function = function;
        this.simplex = new Vertex[start.length + 1];
        simplex[0] = vertex(start.clone());
        for (int i = 0; i < start.length; i++) {
            double[] corner = start.clone();
            corner[i] += corner[i] > 1 - EDGE ? -EDGE : EDGE;
            simplex[i + 1] = vertex(corner);
        }
    }

    static double[] minimum(ToDoubleFunction<double[]> function, double[] start) {
        return new NelderMead(function, start).minimum();
    }

    private double[] minimum() {
        int last = simplex.length - 1;
        for (int step = 0; step < MAX_STEPS; step++) {
            Arrays.sort(simplex, Comparator.comparingDouble((Vertex v) -> v.value));
            if (simplex[last].value - simplex[0].value <= TOLERANCE * Math.abs(simplex[0].value)) break;
            improve(last);
        }
        Arrays.sort(simplex, Comparator.comparingDouble((Vertex v) -> v.value));
        return simplex[0].at;
    }

    private void improve(int last) {
        Vertex reflected = along(-1);
        if (reflected.value < simplex[0].value) {
            Vertex expanded = along(-2);
            simplex[last] = expanded.value < reflected.value ? expanded : reflected;
        } else if (reflected.value < simplex[last - 1].value) {
            simplex[last] = reflected;
        } else {
            Vertex contracted = along(reflected.value < simplex[last].value ? -0.5 : 0.5);
            if (contracted.value < Math.min(reflected.value, simplex[last].value)) simplex[last] = contracted;
            else shrink();
        }
    }

    /** From the middle of all but the worst, by a multiple of the way to the worst. */
    private Vertex along(double multiple) {
        int dimensions = simplex.length - 1;
        double[] at = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            double middle = 0;
            for (int i = 0; i < dimensions; i++) middle += simplex[i].at[d] / dimensions;
            at[d] = middle + multiple * (simplex[dimensions].at[d] - middle);
        }
        return vertex(at);
    }

    private void shrink() {
        for (int i = 1; i < simplex.length; i++) {
            double[] at = simplex[i].at.clone();
            for (int d = 0; d < at.length; d++) at[d] = (at[d] + simplex[0].at[d]) / 2;
            simplex[i] = vertex(at);
        }
    }

    private Vertex vertex(double[] at) {
        for (int d = 0; d < at.length; d++) at[d] = Math.clamp(at[d], 0, 1);
        return new Vertex(at, function.applyAsDouble(at));
    }
}
