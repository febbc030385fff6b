package huisheng.insight.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says an {@link Explanation} in one sentence, such as an alert can carry. */
public final class CauseText {
    /** Causes that a sentence names. */
    private static final int MAX_NAMED = 2;
    /** The dimension under which {@link Names} knows what contributors are called. */
    public static final String ASPECT = "aspect";

    private final Told measure;
    private final Names names;

    /** @param measure what it is called: 负面率, negative rate */
    public CauseText(Told measure, Names names) {
        this.measure = measure;
        this.names = names;
    }

    public Told tell(Explanation explanation) {
        return tell(explanation, List.of());
    }

    /** @param contributors what the additional hits are about; the first is told where there is a cause */
    public Told tell(Explanation explanation, List<Contributor> contributors) {
        Change change = explanation.change();
        if (change == null) return insufficient(explanation);
        Figures figures = new Figures(explanation.measure());
        Told head = change.significant() ? moved(change, figures, explanation) : still(change, figures);
        if (explanation.causes().isEmpty()) return join(head, withoutCause(explanation, change));
        Told told = join(head, causes(explanation, change, figures));
        @Nullable Told about = contributors.isEmpty() ? null : about(contributors.getFirst());
        return about == null ? stop(told) : stop(new Told(told.zh() + "；" + about.zh(), told.en() + "; " + about.en()));
    }

    private Told insufficient(Explanation explanation) {
        var insufficient = explanation.insufficient();
        long n = insufficient == null ? 0 : insufficient.n();
        long needed = insufficient == null ? 0 : insufficient.needed();
        return new Told(
                measure.zh() + "无法比较：只有 " + n + " 条评价，至少需要 " + needed + " 条。",
                capital(measure.en()) + " can't be compared: " + n + " reviews, at least " + needed + " are needed.");
    }

    private Told moved(Change change, Figures figures, Explanation explanation) {
        Told by = figures.difference(change.difference());
        Told verb = verb(explanation.measure(), change.difference());
        String range = figures.value(change.a()) + " → " + figures.value(change.b());
        return new Told(
                measure.zh() + verb.zh() + " " + by.zh() + "（" + range + "）",
                capital(measure.en()) + " " + verb.en() + " by " + by.en() + " (" + range + ")");
    }

    static Told verb(Measure measure, double difference) {
        boolean up = difference > 0;
        String zh = measure == Measure.COUNT ? (up ? "增加" : "减少") : (up ? "上升" : "下降");
        return new Told(zh, up ? "rose" : "fell");
    }

    private Told still(Change change, Figures figures) {
        String range = figures.value(change.a()) + " → " + figures.value(change.b());
        String p = Figures.p(change.p());
        return new Told(
                measure.zh() + "的整体变化在偶然波动之内（" + range + "，" + p + "）",
                capital(measure.en()) + " as a whole changed within chance (" + range + ", " + p + ")");
    }

    private Told withoutCause(Explanation explanation, Change change) {
        if (!explanation.shifts().isEmpty()) return shift(explanation.shifts().getFirst());
        return change.significant()
                ? new Told("各处变化相近，没有哪一处与其余不同。", "it changed alike everywhere, no segment stands out.")
                : new Told("也没有哪一处与其余不同。", "no segment stands out either.");
    }

    private Told shift(Shift shift) {
        Told name = names.value(shift.dimension(), shift.value());
        String from = Figures.part(shift.weightA());
        String to = Figures.part(shift.weightB());
        boolean told = shift.shareOfChange() != null;
        Told share = explains(shift.shareOfChange());
        return new Told(
                "是结构变化：" + name.zh() + " 占评价的比例 " + from + " → " + to
                        + (told ? "，" + share.zh().strip() : "") + "，各处自身的变化没有不同。",
                "a shift of mix: " + name.en() + " went from " + from + " to " + to + " of the reviews"
                        + (told ? " and" + share.en() : "") + "; no segment itself changed unlike the others.");
    }

    private Told causes(Explanation explanation, Change change, Figures figures) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Cause cause : explanation
                .causes()
                .subList(0, Math.min(MAX_NAMED, explanation.causes().size()))) {
            Told where = where(cause);
            String range = figures.value(cause.measureA()) + " → " + figures.value(cause.measureB());
            Told share = change.significant() ? explains(cause.shareOfChange()) : Told.same("");
            zh.add(where.zh() + share.zh() + "（" + range + "）");
            en.add(where.en() + share.en() + " (" + range + ")");
        }
        return new Told(String.join("，", zh), String.join(", ", en));
    }

    private static Told explains(@Nullable Double share) {
        if (share == null) return Told.same("");
        String part = Figures.part(Math.abs(share));
        return share >= 0 ? new Told(" 解释 " + part, " explains " + part) : new Told(" 抵消 " + part, " offsets " + part);
    }

    private @Nullable Told about(Contributor contributor) {
        Double share = contributor.shareOfAdditional();
        if (share == null || share <= 0) return null;
        Told name = names.value(ASPECT, contributor.name());
        // Where others are mentioned less than before, one alone can exceed what was added.
        String part = Figures.part(Math.min(1, share));
        return new Told("新增部分的 " + part + " 提到 " + name.zh(), part + " of what was added mentions " + name.en());
    }

    /** The segment's conditions: 河南 × YL-GIFT. */
    public Told where(Cause cause) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Map.Entry<String, String> condition : cause.conditions().entrySet()) {
            Told name = names.value(condition.getKey(), condition.getValue());
            zh.add(name.zh());
            en.add(name.en());
        }
        return new Told(String.join(" × ", zh), String.join(" × ", en));
    }

    Told measure() {
        return measure;
    }

    Told aspect(String name) {
        return names.value(ASPECT, name);
    }

    Told value(String dimension, String value) {
        return names.value(dimension, value);
    }

    private static Told join(Told head, Told rest) {
        return new Told(head.zh() + "：" + rest.zh(), head.en() + ": " + rest.en());
    }

    private static Told stop(Told told) {
        return new Told(told.zh() + "。", told.en() + ".");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
