package huisheng.insight;

import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the wishes of a period say in words: what grew, who wishes for what, and what most wish for. */
final class NeedFindings {
    private static final int MOST_GROWN = 4;
    private static final int MOST_PERSONAS = 3;
    private static final int MOST_WISHED = 3;

    private NeedFindings() {}

    static List<Finding> of(Needs.Answer answer) {
        List<Finding> findings = new ArrayList<>();
        answer.requests().stream()
                .filter(NeedFindings::grew)
                .sorted(Comparator.comparingDouble(NeedFindings::p))
                .limit(MOST_GROWN)
                .forEach(request -> findings.add(grown(answer, request)));
        answer.requests().stream()
                .filter(request -> !request.personas().isEmpty())
                .sorted(Comparator.comparingDouble(
                        (Needs.Request request) -> request.personas().getFirst().p()))
                .limit(MOST_PERSONAS)
                .forEach(request -> findings.add(
                        new Finding(request.personas().getFirst().says(request.label()), request.evidence())));
        answer.requests().stream()
                .filter(request -> request.n() >= Insufficient.MINIMUM)
                .limit(MOST_WISHED)
                .forEach(request -> findings.add(wished(answer, request)));
        return findings;
    }

    static boolean grew(Needs.Request request) {
        Growth growth = request.growth();
        return growth != null && growth.rises();
    }

    private static double p(Needs.Request request) {
        Growth growth = request.growth();
        return growth == null ? 1 : growth.p();
    }

    private static Finding grown(Needs.Answer answer, Needs.Request request) {
        Growth growth = java.util.Objects.requireNonNull(request.growth());
        Share before = java.util.Objects.requireNonNull(request.baselineShare());
        return new Finding(
                new Wording(
                        "%s“%s”在上升：占评论 %s → %s（%d 条，q = %.3f）%s"
                                .formatted(
                                        kind(request).zh(),
                                        request.label(),
                                        before.percent(),
                                        request.share().percent(),
                                        request.n(),
                                        growth.q(),
                                        lookedAt(answer).zh()),
                        "%s \"%s\" grows: %s → %s of the reviews (n = %d, q = %.3f)%s"
                                .formatted(
                                        kind(request).en(),
                                        request.label(),
                                        before.percent(),
                                        request.share().percent(),
                                        request.n(),
                                        growth.q(),
                                        lookedAt(answer).en())),
                request.evidence());
    }

    private static Finding wished(Needs.Answer answer, Needs.Request request) {
        return new Finding(
                new Wording(
                        "常被提到的%s“%s”：%d 条，占评论 %s（区间 %s–%s）%s"
                                .formatted(
                                        kind(request).zh(),
                                        request.label(),
                                        request.n(),
                                        request.share().percent(),
                                        percent(request.share().low()),
                                        percent(request.share().high()),
                                        lookedAt(answer).zh()),
                        "%s \"%s\" is among the most frequent: n = %d, %s of the reviews (95%% interval %s–%s)%s"
                                .formatted(
                                        kind(request).en(),
                                        request.label(),
                                        request.n(),
                                        request.share().percent(),
                                        percent(request.share().low()),
                                        percent(request.share().high()),
                                        lookedAt(answer).en())),
                request.evidence());
    }

    /** Said where not all were looked at. */
    private static Wording lookedAt(Needs.Answer answer) {
        if (answer.lookedAt() == answer.wishing()) return new Wording("", "");
        return new Wording(
                "；%d 条里抽看了 %d 条".formatted(answer.wishing(), answer.lookedAt()),
                "; %d of %d were looked at".formatted(answer.lookedAt(), answer.wishing()));
    }

    /** What is mostly complained of is not called a wish. */
    private static Wording kind(Needs.Request request) {
        return request.explicit() * 2 >= request.n()
                ? new Wording("诉求", "The wish")
                : new Wording("未说出口的诉求", "The unspoken need behind");
    }

    private static String percent(double share) {
        return String.format(java.util.Locale.ROOT, "%.1f%%", share * 100);
    }
}
