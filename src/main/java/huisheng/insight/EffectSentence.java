package huisheng.insight;

import huisheng.insight.ask.Wording;
import org.jspecify.annotations.Nullable;

/** Says in words whether something helped. */
record EffectSentence(
        PilotReading.Wanted wanted,
        String aspectName,
        PilotReading reading,
        @Nullable PilotPower power) {
    Wording of(PilotVerdict verdict) {
        boolean few = verdict.reasons().contains(PilotVerdict.Reason.TOO_FEW);
        String zh = switch (verdict.label()) {
            case BETTER -> "有改善";
            case WORSE -> "变差了";
            case NO_DIFFERENCE -> "没有值得在意的变化";
            case NOT_YET -> few ? "评论太少，还不能下结论（每个数至少要 " + Insufficient.MINIMUM + " 条）" : "还看不出变化" + needed(true);
        };
        String en = switch (verdict.label()) {
            case BETTER -> "It became better";
            case WORSE -> "It became worse";
            case NO_DIFFERENCE -> "There is no change worth acting on";
            case NOT_YET ->
                few
                        ? "Too few reviews to tell (each figure needs " + Insufficient.MINIMUM + ")"
                        : "No change found so far" + needed(false);
        };
        return new Wording(zh + figures(true), en + figures(false));
    }

    private String needed(boolean chinese) {
        if (power == null) return "";
        return chinese
                ? "（前后各要约 " + power.neededPerArm() + " 条评论）"
                : " (each period needs about " + power.neededPerArm() + " reviews)";
    }

    private String figures(boolean chinese) {
        Difference difference = reading.difference();
        Double before = reading.a().value();
        Double after = reading.b().value();
        if (difference == null || before == null || after == null) return chinese ? "。" : ".";
        boolean share = wanted.measure().share();
        String from = share ? Tell.percent(before) : Tell.number(before);
        String to = share ? Tell.percent(after) : Tell.number(after);
        String change = share ? Tell.points(difference.effect()) : Tell.signed(difference.effect());
        String low = share ? Tell.points(difference.low()) : Tell.signed(difference.low());
        String high = share ? Tell.points(difference.high()) : Tell.signed(difference.high());
        String p = "p" + Tell.chance(difference.p());
        boolean controlled = reading.controlA() != null;
        if (chinese) {
            return "：" + aspectName + wanted.measure().zh + " 由 " + from + "（n="
                    + reading.a().n() + "）到 " + to
                    + "（n=" + reading.b().n() + "），" + (controlled ? "扣除对照后" : "") + "变化 " + change
                    + (share ? " 个百分点" : "") + "，95% 区间 " + low + " 至 " + high + "，" + p + "。";
        }
        return ": " + wanted.measure().en + (wanted.ofAspect() ? " of " + wanted.aspect() : "") + " went from " + from
                + " (n=" + reading.a().n() + ") to " + to + " (n=" + reading.b().n() + "): " + change
                + (share ? " points" : "") + (controlled ? " beyond the control" : "") + ", 95 % interval " + low
                + " to "
                + high + ", " + p + ".";
    }
}
