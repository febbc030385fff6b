package huisheng.analysis.model;

import java.util.ArrayList;
import java.util.List;

/** The best sequence of tags under scores of characters and of moves between tags. */
public final class Chain {
    private Chain() {}

    /**
     * Viterbi.
     *
     * @param scores {@code scores[at * tags + tag]}
     */
    public static int[] best(float[] scores, int length, int tags, float[] moves) {
        float[] reached = new float[tags];
        float[] next = new float[tags];
        byte[] from = new byte[length * tags];
        for (int t = 0; t < tags; t++) {
            reached[t] = isInside(t) ? Float.NEGATIVE_INFINITY : scores[t];
        }
        for (int at = 1; at < length; at++) {
            for (int t = 0; t < tags; t++) {
                int origin = -1;
                float most = Float.NEGATIVE_INFINITY;
                for (int f = 0; f < tags; f++) {
                    if (!mayFollow(f, t)) continue;
                    float score = reached[f] + moves[f * tags + t];
                    if (score > most) {
                        most = score;
                        origin = f;
                    }
                }
                next[t] = most + scores[at * tags + t];
                from[at * tags + t] = (byte) Math.max(0, origin);
            }
            float[] swapped = reached;
            reached = next;
            next = swapped;
        }
        int[] path = new int[length];
        int last = 0;
        for (int t = 1; t < tags; t++) if (reached[t] > reached[last]) last = t;
        for (int at = length - 1; at >= 0; at--) {
            path[at] = last;
            last = from[at * tags + last];
        }
        return path;
    }

    /** Whether tag {@code to} may stand right after {@code from}. */
    public static boolean mayFollow(int from, int to) {
        return !isInside(to) || from == to || from == to - 1;
    }

    /** Log of the summed scores of all paths that reach a tag at a place, its own score included. */
    public static double[] forward(float[] scores, int length, int tags, float[] moves) {
        double[] reached = new double[length * tags];
        for (int t = 0; t < tags; t++) reached[t] = isInside(t) ? Double.NEGATIVE_INFINITY : scores[t];
        double[] terms = new double[tags];
        for (int at = 1; at < length; at++) {
            for (int t = 0; t < tags; t++) {
                for (int f = 0; f < tags; f++) {
                    terms[f] = mayFollow(f, t)
                            ? reached[(at - 1) * tags + f] + moves[f * tags + t]
                            : Double.NEGATIVE_INFINITY;
                }
                reached[at * tags + t] = sum(terms, 0, tags) + scores[at * tags + t];
            }
        }
        return reached;
    }

    /** Log of the summed scores of all paths that go on from a tag at a place, its own score left out. */
    public static double[] backward(float[] scores, int length, int tags, float[] moves) {
        double[] left = new double[length * tags];
        double[] terms = new double[tags];
        for (int at = length - 2; at >= 0; at--) {
            for (int f = 0; f < tags; f++) {
                for (int t = 0; t < tags; t++) {
                    terms[t] = mayFollow(f, t)
                            ? moves[f * tags + t] + scores[(at + 1) * tags + t] + left[(at + 1) * tags + t]
                            : Double.NEGATIVE_INFINITY;
                }
                left[at * tags + f] = sum(terms, 0, tags);
            }
        }
        return left;
    }

    /** log Σ exp of {@code count} values. */
    public static double sum(double[] values, int from, int count) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) most = Math.max(most, values[i]);
        if (most == Double.NEGATIVE_INFINITY) return most;
        double sum = 0;
        for (int i = from; i < from + count; i++) sum += Math.exp(values[i] - most);
        return most + Math.log(sum);
    }

    /** Tag 0 is outside; kind k begins with 2k + 1 and goes on with 2k + 2. */
    private static boolean isInside(int tag) {
        return tag > 0 && tag % 2 == 0;
    }

    static List<Tagger.Span> spans(int[] path) {
        List<Tagger.Span> spans = new ArrayList<>();
        int start = -1;
        for (int at = 0; at <= path.length; at++) {
            int tag = at == path.length ? 0 : path[at];
            if (start >= 0 && !isInside(tag)) {
                spans.add(new Tagger.Span((path[start] - 1) / 2, start, at));
                start = -1;
            }
            if (tag > 0 && !isInside(tag)) start = at;
        }
        return spans;
    }
}
