package huisheng.insight;

import huisheng.insight.ask.Wording;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what a pilot came to. */
record PilotSentence(
        PilotReading.Wanted wanted,
        String aspectName,
        PilotReading primary,
        List<PilotReading> guardrails,
        PilotArms arms,
        @Nullable PilotPower power) {
    Wording of(PilotVerdict.Label label, List<PilotVerdict.Reason> reasons) {
        String zh = switch (label) {
            case BETTER -> "B 更好";
            case WORSE -> "B 更差";
            case NO_DIFFERENCE -> "两者没有值得在意的差别";
            case NOT_YET -> "还不能下结论（" + reasons.stream().map(this::chinese).collect(Collectors.joining("；")) + "）";
        };
        String en = switch (label) {
            case BETTER -> "B is better";
            case WORSE -> "B is worse";
            case NO_DIFFERENCE -> "There is no difference worth acting on";
            case NOT_YET -> "Not yet (" + reasons.stream().map(this::english).collect(Collectors.joining("; ")) + ")";
        };
        return new Wording(zh + figures(true), en + figures(false));
    }

    private String figures(boolean chinese) {
        Difference difference = primary.difference();
        Double a = primary.a().value();
        Double b = primary.b().value();
        if (difference == null || a == null || b == null) return chinese ? "。" : ".";
        boolean share = wanted.measure().share();
        String from = share ? Tell.percent(a) : Tell.number(a);
        String to = share ? Tell.percent(b) : Tell.number(b);
        String effect = share ? Tell.points(difference.effect()) : Tell.signed(difference.effect());
        String low = share ? Tell.points(difference.low()) : Tell.signed(difference.low());
        String high = share ? Tell.points(difference.high()) : Tell.signed(difference.high());
        String p = "p" + Tell.chance(difference.p());
        boolean controlled = primary.controlA() != null;
        if (chinese) {
            return "：" + aspectName + wanted.measure().zh + " A（"
                    + Tell.query(arms.a().query()) + "）" + from + "（n="
                    + primary.a().n() + "），B（" + Tell.query(arms.b().query()) + "）" + to + "（n="
                    + primary.b().n() + "），" + (controlled ? "扣除对照后" : "") + "相差 " + effect + (share ? " 个百分点" : "")
                    + "，95% 区间 " + low + " 至 " + high + "，" + p + "。";
        }
        return ": " + wanted.measure().en + (wanted.ofAspect() ? " of " + wanted.aspect() : "") + " is " + from
                + " in A (" + Tell.query(arms.a().query()) + ", n="
                + primary.a().n() + ") and " + to + " in B ("
                + Tell.query(arms.b().query()) + ", n="
                + primary.b().n() + "): " + effect
                + (share ? " points" : "") + (controlled ? " beyond the control" : "") + ", 95 % interval " + low
                + " to "
                + high + ", " + p + ".";
    }

    private String chinese(PilotVerdict.Reason reason) {
        return switch (reason) {
            case TOO_FEW -> "评论太少，每个数至少要 " + Insufficient.MINIMUM + " 条";
            case SAME_REVIEWS -> "两组里有 " + arms.both() + " 条是同样的评论，算不了";
            case SAMPLE_RATIO -> "两组评论数与应有的比例不符，差的不只是所试的东西";
            case GUARDRAIL -> "不该变差的变差了：" + hurt(true);
            case UNDERPOWERED -> power == null ? "还看不出差别" : "还看不出差别，每组要约 " + power.neededPerArm() + " 条";
        };
    }

    private String english(PilotVerdict.Reason reason) {
        return switch (reason) {
            case TOO_FEW -> "too few reviews: each figure needs " + Insufficient.MINIMUM;
            case SAME_REVIEWS -> arms.both() + " reviews belong to both arms and count for neither";
            case SAMPLE_RATIO ->
                "the arms did not get their share of reviews, so they differ by more than what was tried";
            case GUARDRAIL -> "what must not get worse did: " + hurt(false);
            case UNDERPOWERED ->
                power == null
                        ? "nothing found so far"
                        : "nothing found so far; each arm needs about " + power.neededPerArm();
        };
    }

    private String hurt(boolean chinese) {
        return guardrails.stream()
                .filter(each -> Boolean.TRUE.equals(each.hurts()))
                .map(each -> huisheng.review.Labelled.of(PilotMeasure.class, each.measure()))
                .map(measure -> chinese ? measure.zh : measure.en)
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }
}
