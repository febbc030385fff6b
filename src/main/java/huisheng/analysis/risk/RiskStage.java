package huisheng.analysis.risk;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelScores;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the dangers from their probabilities; how urgent each is follows from the words that name it. */
public final class RiskStage implements Stage {
    /** The label of complaints about the state of food in catering, whatever the type. */
    private static final String FOOD = "food";

    /** Whether the text is like reviews of restaurants, from which {@link #FOOD} is learned. */
    private static final String DINING = "dining";

    /** Severity where no known word tells it. */
    private static final Map<RiskType, Integer> USUAL = usual();

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.LABELS, Layer.RISK_CUES, Layer.NOISE);
    }

    @Override
    public Layer adds() {
        return Layer.RISKS;
    }

    @Override
    public void annotate(Draft draft) {
        List<Risk> risks = new ArrayList<>();
        for (RiskType type : RiskType.values()) {
            if (draft.labels.holds(label(type)) && !isDenied(type, draft)) risks.add(risk(type, label(type), draft));
        }
        boolean food = risks.stream().anyMatch(r -> r.type() == RiskType.FOOD_SAFETY || r.type() == RiskType.HEALTH);
        boolean denied = isDenied(RiskType.FOOD_SAFETY, draft) || isDenied(RiskType.HEALTH, draft);
        if (!food && !denied && isDining(draft) && draft.labels.holds(FOOD))
            risks.add(risk(likelier(draft), FOOD, draft));
        draft.risks = List.copyOf(risks);
    }

    /** What is learned from guests of restaurants holds for such reviews only. */
    private static boolean isDining(Draft draft) {
        return draft.labels.probability(DINING) >= 0.5;
    }

    /** Where every word that points at the danger is denied (没有拉肚子) the whole text is no witness against it. */
    private static boolean isDenied(RiskType type, Draft draft) {
        boolean denied = false;
        for (RiskCues.Found cue : draft.riskCues) {
            if (cue.type() != type) continue;
            if (!cue.denied()) return false;
            denied = true;
        }
        return denied;
    }

    private static RiskType likelier(Draft draft) {
        double food = draft.labels.probability(label(RiskType.FOOD_SAFETY));
        return draft.labels.probability(label(RiskType.HEALTH)) > food ? RiskType.HEALTH : RiskType.FOOD_SAFETY;
    }

    private static Risk risk(RiskType type, String label, Draft draft) {
        int severity = 4;
        RiskCues.Found gravest = null;
        for (RiskCues.Found cue : draft.riskCues) {
            if (cue.type() != type || cue.denied() || cue.severity() >= severity) continue;
            severity = cue.severity();
            gravest = cue;
        }
        if (gravest != null) return at(type, severity, gravest.start(), gravest.end(), draft);
        LabelScores.Stretch stretch = draft.labels.evidence(label, draft);
        return at(type, USUAL.getOrDefault(type, 2), stretch.start(), stretch.end(), draft);
    }

    private static Risk at(RiskType type, int severity, int start, int end, Draft draft) {
        int from = draft.offsets.start(start);
        return new Risk(type, severity, from, Math.max(from, draft.offsets.end(end)));
    }

    private static String label(RiskType type) {
        return "risk:" + type.label();
    }

    private static Map<RiskType, Integer> usual() {
        Map<RiskType, Integer> usual = new EnumMap<>(RiskType.class);
        usual.put(RiskType.FOOD_SAFETY, 1);
        usual.put(RiskType.HEALTH, 1);
        usual.put(RiskType.PRODUCT_SAFETY, 1);
        usual.put(RiskType.REGULATOR, 1);
        usual.put(RiskType.LEGAL, 1);
        return usual;
    }
}
