package huisheng.analysis.risk;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelNames;
import huisheng.analysis.label.LabelScores;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the dangers from their probabilities; how urgent each is follows from the words that name it. */
public final class RiskStage implements Stage {
    private static final LabelNames<RiskType> LABELS = LabelNames.of("risk:", RiskType.class);

    /** The label of complaints about the state of food in catering, whatever the type. */
    private static final String FOOD = "food";

    /** Whether the text is like reviews of restaurants, from which {@link #FOOD} is learned. */
    private static final String DINING = "dining";

    /** Severity where no known word tells it. */
    private static final Map<RiskType, Integer> USUAL = usual();

    /** What a writer threatens with: named in a negative review it is seldom idle. */
    private static final Set<RiskType> THREATS =
            EnumSet.of(RiskType.REGULATOR, RiskType.LEGAL, RiskType.EXPOSURE, RiskType.PLATFORM_COMPLAINT);

    private static final Set<RiskType> EATEN = EnumSet.of(RiskType.FOOD_SAFETY, RiskType.HEALTH);

    /** A danger that words point at needs less than its threshold. */
    private static final double NAMED = 0.2;

    private static final double NAMED_THREAT = 0.1;

    /** Whoever is as content as this threatens nobody, whomever they name. */
    private static final double SURELY_GOOD = 0.8;

    private static final List<String> SEEMING = List.of("像", "仿佛", "如同", "乍看", "当是", "还当");
    private static final int LIKENESS = 3;

    /** What is sour or smells there is felt, and tells nothing of the food: 嘴里发酸, but 牛奶发酸. */
    private static final List<String> BODY =
            List.of("嘴", "嘴里", "口里", "嘴巴", "牙", "舌头", "舌根", "喉咙", "嗓子", "鼻子", "腿", "腰", "胃", "胃里", "胳膊", "肩");

    private static final List<String> FELT = List.of("酸", "臭", "馊", "味");
    /** 前天, 前后, 前几, 前台, 前面, 前年: no point of time before the danger. */
    private static final String AFTERWARDS = "天后几台面年";

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.LABELS, Layer.RISK_CUES, Layer.PLIGHTS, Layer.SENTIMENT);
    }

    @Override
    public Layer adds() {
        return Layer.RISKS;
    }

    @Override
    public void annotate(Draft draft) {
        List<Risk> risks = new ArrayList<>();
        boolean dining = isDining(draft);
        for (RiskType type : RiskType.values()) {
            if (!(dining && EATEN.contains(type)) && isTold(type, draft)) risks.add(risk(type, label(type), draft));
        }
        if (dining) addEaten(draft, risks);
        addPlights(draft, risks);
        draft.risks = List.copyOf(risks);
    }

    /** What has befallen somebody is told whatever the models make of the text. */
    private static void addPlights(Draft draft, List<Risk> risks) {
        for (RiskCues.Found plight : draft.plights) {
            if (risks.stream().noneMatch(risk -> risk.type() == plight.type()))
                risks.add(at(plight.type(), plight.severity(), plight.start(), plight.end(), draft));
        }
    }

    /** Of guests of restaurants a model of their own tells whether there is a danger, the others of which kind. */
    private static void addEaten(Draft draft, List<Risk> risks) {
        if (!draft.labels.holds(FOOD) || isDenied(draft)) return;
        boolean told = false;
        for (RiskType type : EATEN) {
            if (!isTold(type, draft)) continue;
            risks.add(risk(type, label(type), draft));
            told = true;
        }
        if (!told) risks.add(suspected(risk(likelier(draft), FOOD, draft)));
    }

    /**
     * What is likely is told, where words point at it and the stance allows for it: hardly any review that names a danger
     * is anything but negative, and authorities, lawyers and newspapers are named for praise too.
     */
    private static boolean isTold(RiskType type, Draft draft) {
        int longest = 0;
        boolean pointed = false;
        for (RiskCues.Found cue : draft.riskCues) {
            if (cue.type() != type) continue;
            pointed = true;
            if (!isUnreal(cue, draft)) longest = Math.max(longest, cue.end() - cue.start());
        }
        if (pointed && longest == 0) return false;
        double probability = draft.labels.probability(label(type));
        boolean blames = draft.sentiment.label() == SentimentLabel.NEGATIVE;
        if (blames && longest > 1 && probability >= (THREATS.contains(type) ? NAMED_THREAT : NAMED)) return true;
        return draft.labels.holds(label(type)) && probability >= floor(type, longest, draft);
    }

    private static double floor(RiskType type, int longest, Draft draft) {
        double floor = switch (draft.sentiment.label()) {
            case NEGATIVE, UNSCORED -> 0;
            case MIXED -> 0.7;
            case NEUTRAL -> 0.9;
            case POSITIVE -> draft.sentiment.score() < SURELY_GOOD ? 0.98 : 1;
        };
        // a single character (霉, 烫, 吞) is part of many harmless words
        if (longest == 1) return Math.max(floor, 0.5);
        if (longest > 0) return floor;
        if (THREATS.contains(type)) return Math.max(floor, 0.5);
        return type == RiskType.PRODUCT_SAFETY ? Math.max(floor, 0.4) : floor;
    }

    /** Denied, a figure of speech (像隔夜茶), taken for it at first, felt, or something that was not needed any more. */
    private static boolean isUnreal(RiskCues.Found cue, Draft draft) {
        if (cue.denied()) return true;
        String text = draft.normalised;
        if (isBefore(text, cue.end())) return true;
        if (THREATS.contains(cue.type()) || cue.type() == RiskType.AUTHENTICITY) return false;
        String before = text.substring(Math.max(0, cue.start() - LIKENESS), cue.start());
        if (isFelt(cue, text) && BODY.stream().anyMatch(before::endsWith)) return true;
        // 好像发霉了 is how a danger is told, 像发霉的书 is a likeness
        return !before.contains("好像") && SEEMING.stream().anyMatch(before::contains);
    }

    private static boolean isFelt(RiskCues.Found cue, String text) {
        if (cue.type() != RiskType.FOOD_SAFETY) return false;
        String word = text.substring(cue.start(), cue.end());
        return FELT.stream().anyMatch(word::contains);
    }

    /** 发霉前就吃完了; but 发霉前天发现的 has happened. */
    private static boolean isBefore(String text, int at) {
        if (text.startsWith("之前", at)) return true;
        return text.startsWith("前", at) && (at + 1 == text.length() || AFTERWARDS.indexOf(text.charAt(at + 1)) < 0);
    }

    /** What is learned from guests of restaurants holds for such reviews only. */
    private static boolean isDining(Draft draft) {
        return draft.labels.probability(DINING) >= 0.5;
    }

    /** Where every word that points at such a danger is denied (没有拉肚子) the whole text is no witness against it. */
    private static boolean isDenied(Draft draft) {
        boolean denied = false;
        for (RiskCues.Found cue : draft.riskCues) {
            if (!EATEN.contains(cue.type())) continue;
            if (!cue.denied()) return false;
            denied = true;
        }
        return denied;
    }

    /** Guests complain about the state of their food in words that no kind of danger is known by. */
    private static Risk suspected(Risk risk) {
        return risk.severity() > 1 ? risk : new Risk(risk.type(), 2, risk.start(), risk.end());
    }

    private static RiskType likelier(Draft draft) {
        double food = draft.labels.probability(label(RiskType.FOOD_SAFETY));
        return draft.labels.probability(label(RiskType.HEALTH)) > food ? RiskType.HEALTH : RiskType.FOOD_SAFETY;
    }

    private static Risk risk(RiskType type, String label, Draft draft) {
        int severity = 4;
        RiskCues.Found gravest = null;
        for (RiskCues.Found cue : draft.riskCues) {
            if (cue.type() != type || cue.severity() >= severity || isUnreal(cue, draft)) continue;
            severity = cue.severity();
            gravest = cue;
        }
        for (RiskCues.Found plight : draft.plights) {
            if (plight.type() != type || plight.severity() >= severity) continue;
            severity = plight.severity();
            gravest = plight;
        }
        if (gravest != null) return at(type, severity, gravest.start(), gravest.end(), draft);
        LabelScores.Stretch stretch = draft.labels.evidence(label, draft);
        int usual = USUAL.getOrDefault(type, 2);
        boolean mild =
                usual == 1 && !THREATS.contains(type) && Gravity.isMild(type, draft, stretch.start(), stretch.end());
        return at(type, mild ? 2 : usual, stretch.start(), stretch.end(), draft);
    }

    private static Risk at(RiskType type, int severity, int start, int end, Draft draft) {
        int from = draft.offsets.start(start);
        return new Risk(type, severity, from, Math.max(from, draft.offsets.end(end)));
    }

    private static String label(RiskType type) {
        return LABELS.of(type);
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
