package huisheng.analysis.english;

import huisheng.analysis.model.HeadModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a clause says, as probabilities.
 *
 * @param neutral something is wished for or called average
 * @param aspect the likeliest one, if it judges
 */
public record Judgement(double positive, double negative, double neutral, String aspect) {
    static final String ASPECT = "aspect:";
    private static final String NO_ASPECT = "overall";

    /**
     * The labels a model of clauses has, in order.
     *
     * @param aspects ids
     */
    public static List<String> heads(List<String> aspects) {
        List<String> heads = new ArrayList<>(List.of("positive", "negative", "neutral"));
        aspects.forEach(aspect -> heads.add(ASPECT + aspect));
        return List.copyOf(heads);
    }

    /** @param margins one a head of the model */
    public static Judgement of(HeadModel model, double[] margins) {
        double[] probabilities = new double[3];
        String aspect = NO_ASPECT;
        double most = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < margins.length; h++) {
            HeadModel.Head head = model.heads().get(h);
            if (h < probabilities.length) {
                probabilities[h] = head.probability(margins[h]);
            } else if (head.probability(margins[h]) > most) {
                most = head.probability(margins[h]);
                aspect = head.name().substring(ASPECT.length());
            }
        }
        return new Judgement(probabilities[0], probabilities[1], probabilities[2], aspect);
    }
}
