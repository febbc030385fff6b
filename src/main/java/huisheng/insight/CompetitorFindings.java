package huisheng.insight;

import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What {@link Competitors} says in words: what changed before what is so anyway. */
final class CompetitorFindings {
    private static final int BOUTS = 3;
    private static final int OTHERS = 2;

    private CompetitorFindings() {}

    static List<Finding> of(Competitors.Answer answer) {
        List<Finding> findings = new ArrayList<>();
        told(answer.board()).limit(BOUTS).forEach(bout -> findings.add(bout(bout)));
        answer.rivals().stream()
                .filter(rival -> rival.named().rose())
                .limit(OTHERS)
                .forEach(rival -> findings.add(named(rival, answer.reviews())));
        answer.rivals().stream()
                .filter(rival -> rival.lost().rose())
                .limit(OTHERS)
                .forEach(rival -> findings.add(lost(rival)));
        answer.missed().stream().limit(1).forEach(missed -> findings.add(missed(missed)));
        gaps(answer, findings);
        told(answer.yardsticks()).limit(1).forEach(bout -> findings.add(bout(bout)));
        return findings;
    }

    /** What changed first. */
    private static Stream<Competitors.Bout> told(List<Competitors.Bout> bouts) {
        return bouts.stream()
                .filter(bout -> bout.lossRate().rose() || bout.loses())
                .sorted(Comparator.comparing(bout -> !bout.lossRate().rose()));
    }

    private static Finding bout(Competitors.Bout bout) {
        String aspect = bout.aspectName();
        return new Finding(
                new Wording(
                        "与%s相比%s：%d 胜 %d 平 %d 负；输给它的评论占我们评论的 %s"
                                .formatted(
                                        bout.rival(),
                                        aspect.isEmpty() ? "" : "“" + aspect + "”",
                                        bout.wins(),
                                        bout.ties(),
                                        bout.losses(),
                                        bout.lossRate().told()),
                        "against %s%s: %d won, %d tied, %d lost; lost by this share of our reviews: %s"
                                .formatted(
                                        bout.rival(),
                                        aspect.isEmpty() ? "" : " on " + aspect,
                                        bout.wins(),
                                        bout.ties(),
                                        bout.losses(),
                                        bout.lossRate().told())),
                bout.evidence());
    }

    private static Finding named(Competitors.Rival rival, long reviews) {
        return new Finding(
                new Wording(
                        "我们的评论更多提到%s：%s（%d / %d 条）"
                                .formatted(
                                        rival.name(),
                                        rival.named().told(),
                                        rival.named().n(),
                                        reviews),
                        "our reviews name %s more often: %s (n = %d of %d)"
                                .formatted(
                                        rival.name(),
                                        rival.named().told(),
                                        rival.named().n(),
                                        reviews)),
                rival.evidence());
    }

    private static Finding lost(Competitors.Rival rival) {
        return new Finding(
                new Wording(
                        "更多人说要转向%s：%s（%d 条；从它转来 %d 条）"
                                .formatted(
                                        rival.name(),
                                        rival.lost().told(),
                                        rival.lost().n(),
                                        rival.won().n()),
                        "more say that they leave for %s: %s (n = %d; %d came from it)"
                                .formatted(
                                        rival.name(),
                                        rival.lost().told(),
                                        rival.lost().n(),
                                        rival.won().n())),
                rival.lostEvidence());
    }

    private static Finding missed(Competitors.Missed missed) {
        return new Finding(
                new Wording(
                        "提到%s的评论里，%s 说“%s”不好，其余评论是 %s"
                                .formatted(
                                        missed.rival(),
                                        missed.share().percent(),
                                        missed.aspectName(),
                                        missed.otherShare().percent()),
                        "of our reviews that name %s, %s speak ill of %s; of the others %s"
                                .formatted(
                                        missed.rival(),
                                        missed.share().percent(),
                                        missed.aspectName(),
                                        missed.otherShare().percent())),
                missed.evidence());
    }

    /** Where a rival's own reviews are better, the widest gap first. */
    private static void gaps(Competitors.Answer answer, List<Finding> findings) {
        record Gap(Competitors.Aspect aspect, Competitors.Against against) {}
        answer.aspects().stream()
                .flatMap(aspect -> aspect.rivals().stream().map(against -> new Gap(aspect, against)))
                .filter(gap -> gap.against.q() <= Competitors.FALSE_DISCOVERY_RATE
                        && gap.against.difference().effect() < 0)
                .sorted(Comparator.comparingDouble(
                        gap -> gap.against.difference().effect()))
                .limit(OTHERS)
                .forEach(gap -> findings.add(gap(gap.aspect, gap.against)));
    }

    private static Finding gap(Competitors.Aspect aspect, Competitors.Against against) {
        return new Finding(
                new Wording(
                        String.format(
                                Locale.ROOT,
                                "“%s”净情感不如%s：%+.2f 对 %+.2f",
                                aspect.aspectName(),
                                against.rival(),
                                aspect.ours().value(),
                                against.net().value()),
                        String.format(
                                Locale.ROOT,
                                "%s: net sentiment %+.2f, below %s's %+.2f",
                                aspect.aspectName(),
                                aspect.ours().value(),
                                against.rival(),
                                against.net().value())),
                aspect.evidence());
    }
}
