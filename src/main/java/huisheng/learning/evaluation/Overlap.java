package huisheng.learning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** When two pieces of text count as the same, and how many of two lists can be paired. */
final class Overlap {
    private Overlap() {}

    /** Whether the longest piece that both contain is at least half of the shorter one. */
    static boolean half(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        return shorter > 0 && common(one, other) * 2 >= shorter;
    }

    /** @return length of the longest substring of both */
    static int common(String one, String other) {
        int longest = 0;
        int[] before = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int[] now = new int[other.length() + 1];
            for (int j = 0; j < other.length(); j++) {
                if (one.charAt(i) == other.charAt(j)) now[j + 1] = before[j] + 1;
                longest = Math.max(longest, now[j + 1]);
            }
            before = now;
        }
        return longest;
    }

    /** The largest number of pairs, each item used once (augmenting paths, so the order of the lists does not matter). */
    static <A, B> int pairs(List<A> golds, List<B> guesses, BiPredicate<A, B> same) {
        int[] takenBy = new int[guesses.size()];
        Arrays.fill(takenBy, -1);
        int pairs = 0;
        for (int gold = 0; gold < golds.size(); gold++) {
            if (place(gold, golds, guesses, same, takenBy, new boolean[guesses.size()])) pairs++;
        }
        return pairs;
    }

    private static <A, B> boolean place(
            int gold, List<A> golds, List<B> guesses, BiPredicate<A, B> same, int[] takenBy, boolean[] tried) {
        for (int guess = 0; guess < guesses.size(); guess++) {
            if (tried[guess] || !same.test(golds.get(gold), guesses.get(guess))) continue;
            tried[guess] = true;
            if (takenBy[guess] < 0 || place(takenBy[guess], golds, guesses, same, takenBy, tried)) {
                takenBy[guess] = gold;
                return true;
            }
        }
        return false;
    }
}
