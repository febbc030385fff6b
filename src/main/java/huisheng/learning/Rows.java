package huisheng.learning;

import java.util.Arrays;
import java.util.Random;

/** What all trainers do with their rows. */
final class Rows {
    private Rows() {}

    /**
     * The hashes that are there {@code minimum} times or more, sorted.
     *
     * @param all is sorted in place and written over: there are tens of millions of them
     */
    static int[] frequent(int[] all, int minimum) {
        Arrays.parallelSort(all);
        int kept = 0;
        for (int i = 0; i < all.length; ) {
            int same = i;
            while (same < all.length && all[same] == all[i]) same++;
            int hash = all[i];
            if (same - i >= minimum) all[kept++] = hash;
            i = same;
        }
        return Arrays.copyOf(all, kept);
    }

    /** Fisher and Yates. */
    static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
    }
}
