package huisheng.analysis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small chain whose paths can all be counted out. */
final class RandomChain {
    final int length;
    final int tags;
    final float[] scores;
    final float[] moves;

    RandomChain(Random random) {
        length = 1 + random.nextInt(5);
        tags = 1 + 2 * (1 + random.nextInt(2));
        scores = gaussians(random, length * tags);
        moves = gaussians(random, tags * tags);
    }

    private static float[] gaussians(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float) (2 * random.nextGaussian());
        return values;
    }

    List<int[]> paths() {
        List<int[]> paths = new ArrayList<>();
        int all = (int) Math.pow(tags, length);
        for (int number = 0; number < all; number++) {
            int[] path = new int[length];
            int left = number;
            for (int at = 0; at < length; at++, left /= tags) path[at] = left % tags;
            if (isAllowed(path)) paths.add(path);
        }
        return paths;
    }

    boolean isAllowed(int[] path) {
        int before = 0;
        for (int tag : path) {
            boolean inside = tag == 2 || tag == 4;
            if (inside && before != tag && before != tag - 1) return false;
            before = tag;
        }
        return true;
    }

    double score(int[] path) {
        double score = 0;
        for (int at = 0; at < length; at++) {
            score += scores[at * tags + path[at]];
            if (at > 0) score += moves[path[at - 1] * tags + path[at]];
        }
        return score;
    }

    double sumThrough(int at, int tag) {
        return paths().stream()
                .filter(path -> path[at] == tag)
                .mapToDouble(path -> Math.exp(score(path)))
                .sum();
    }
}
