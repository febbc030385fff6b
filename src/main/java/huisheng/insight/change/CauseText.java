package huisheng.insight.change;

import huisheng.insight.ask.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says an {@link Explanation} in one sentence, such as an alert can carry. */
public final class CauseText {
    /** Causes that a sentence names. */
    private static final int MAX_NAMED = 2;
    /** The dimension under which {@link Names} knows what contributors are called. */
    public static final String ASPECT = "aspect";

    private final Wording measure;
    private final Names names;

    /** @param measure what it is called: 负面率, negative rate */
    public CauseText(Wording measure, Names names) {
        this.measure = measure;
        this.names = names;
    }

    public Wording tell(Explanation explanation) {
        return tell(explanation, List.of());
    }

    /** @param contributors what the additional hits are about; the first is told where there is a cause */
    public Wording tell(Explanation explanation, List<Contributor> contributors) {
        Change change = explanation.change();
        if (change == null) return insufficient(explanation);
        Figures figures = new Figures(explanation.measure());
        Wording head = change.significant() ? moved(change, figures, explanation) : still(change, figures);
        if (explanation.causes().isEmpty()) return join(head, withoutCause(explanation, change));
        Wording told = join(head, causes(explanation, change, figures));
        @Nullable Wording about = contributors.isEmpty() ? null : about(contributors.getFirst());
        return about == null
                ? stop(told)
                : stop(new Wording(told.zh() + "；" + about.zh(), told.en() + "; " + about.en()));
    }

    private Wording insufficient(Explanation explanation) {
        var insufficient = explanation.insufficient();
        long n = insufficient == null ? 0 : insufficient.n();
        long needed = insufficient == null ? 0 : insufficient.needed();
        return new Wording(
                measure.zh() + "无法比较：只有 " + n + " 条评价，至少需要 " + needed + " 条。",
                capital(measure.en()) + " can't be compared: " + n + " reviews, at least " + needed + " are needed.");
    }

    private Wording moved(Change change, Figures figures, Explanation explanation) {
        Wording by = figures.difference(change.difference());
        Wording verb = verb(explanation.measure(), change.difference());
        String range = figures.value(change.a()) + " → " + figures.value(change.b());
        return new Wording(
                measure.zh() + verb.zh() + " " + by.zh() + "（" + range + "）",
                capital(measure.en()) + " " + verb.en() + " by " + by.en() + " (" + range + ")");
    }

    static Wording verb(Measure measure, double difference) {
        boolean up = difference > 0;
        String zh = measure == Measure.COUNT ? (up ? "增加" : "减少") : (up ? "上升" : "下降");
        return new Wording(zh, up ? "rose" : "fell");
    }

    private Wording still(Change change, Figures figures) {
        String range = figures.value(change.a()) + " → " + figures.value(change.b());
        String p = Figures.p(change.p());
        return new Wording(
                measure.zh() + "的整体变化在偶然波动之内（" + range + "，" + p + "）",
                capital(measure.en()) + " as a whole changed within chance (" + range + ", " + p + ")");
    }

    private Wording withoutCause(Explanation explanation, Change change) {
        if (!explanation.shifts().isEmpty()) return shift(explanation.shifts().getFirst());
        return change.significant()
                ? new Wording("各处变化相近，没有哪一处与其余不同。", "it changed alike everywhere, no segment stands out.")
                : new Wording("也没有哪一处与其余不同。", "no segment stands out either.");
    }

    private Wording shift(Shift shift) {
        Wording name = names.value(shift.dimension(), shift.value());
        String from = Figures.part(shift.weightA());
        String to = Figures.part(shift.weightB());
        boolean told = shift.shareOfChange() != null;
        Wording share = explains(shift.shareOfChange());
        return new Wording(
                "是结构变化：" + name.zh() + " 占评价的比例 " + from + " → " + to
                        + (told ? "，" + share.zh().strip() : "") + "，各处自身的变化没有不同。",
                "a shift of mix: " + name.en() + " went from " + from + " to " + to + " of the reviews"
                        + (told ? " and" + share.en() : "") + "; no segment itself changed unlike the others.");
    }

    private Wording causes(Explanation explanation, Change change, Figures figures) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        List<Cause> named = explanation.causes().stream()
                .sorted(Comparator.comparing(CauseText::offsets))
                .limit(MAX_NAMED)
                .toList();
        boolean elsewhere = change.significant() && offsets(named.getFirst());
        for (Cause cause : named) {
            Wording where = where(cause);
            String range = figures.value(cause.measureA()) + " → " + figures.value(cause.measureB());
            Wording share = change.significant() ? explains(cause.shareOfChange()) : Wording.same("");
            zh.add(where.zh() + share.zh() + "（" + range + "）");
            en.add(where.en() + share.en() + " (" + range + ")");
        }
        Wording told = new Wording(String.join("，", zh), String.join(", ", en));
        return elsewhere ? new Wording("各处普遍如此，但 " + told.zh(), "it is so nearly everywhere, but " + told.en()) : told;
    }

    /** Whether it moved the other way, against the change as a whole. */
    public static boolean offsets(Cause cause) {
        return cause.shareOfChange() != null && cause.shareOfChange() < 0;
    }

    private static Wording explains(@Nullable Double share) {
        if (share == null) return Wording.same("");
        String part = Figures.part(Math.abs(share));
        return share >= 0
                ? new Wording(" 解释 " + part, " explains " + part)
                : new Wording(" 抵消 " + part, " offsets " + part);
    }

    /** In numbers of reviews: parts of what was added can exceed the whole where others are mentioned less. */
    private @Nullable Wording about(Contributor contributor) {
        if (contributor.additional() <= 0) return null;
        Wording name = names.value(ASPECT, contributor.name());
        long expected = Math.round(contributor.expectedB());
        return new Wording(
                "提到 %s 的有 %,d 条，照原来的比例是 %,d 条".formatted(name.zh(), contributor.hitsB(), expected),
                "%,d mention %s, at the former rate it would be %,d"
                        .formatted(contributor.hitsB(), name.en(), expected));
    }

    /** The segment's conditions: 河南 × YL-GIFT. */
    public Wording where(Cause cause) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Map.Entry<String, String> condition : cause.conditions().entrySet()) {
            Wording name = names.value(condition.getKey(), condition.getValue());
            zh.add(name.zh());
            en.add(name.en());
        }
        return new Wording(String.join(" × ", zh), String.join(" × ", en));
    }

    Wording measure() {
        return measure;
    }

    Wording aspect(String name) {
        return names.value(ASPECT, name);
    }

    Wording value(String dimension, String value) {
        return names.value(dimension, value);
    }

    private static Wording join(Wording head, Wording rest) {
        return new Wording(head.zh() + "：" + rest.zh(), head.en() + ": " + rest.en());
    }

    private static Wording stop(Wording told) {
        return new Wording(told.zh() + "。", told.en() + ".");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
