package huisheng.insight;

import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Wording;
import huisheng.insight.statistics.ShareDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@link Followups} says in words. */
final class FollowupFindings {
    private static final int GROUPS = 3;
    private static final int CAUSES = 2;

    private FollowupFindings() {}

    static List<Finding> of(Followups.Answer answer) {
        List<Finding> findings = new ArrayList<>();
        answer.groups().stream()
                .filter(group -> group.regret().above())
                .limit(GROUPS)
                .forEach(group -> findings.add(regret(group, answer.regret())));
        answer.causes().stream()
                .filter(cause -> cause.q() != null && cause.q() <= Followups.FALSE_DISCOVERY_RATE)
                .filter(cause ->
                        cause.difference() != null && cause.difference().effect() > 0)
                .limit(CAUSES)
                .forEach(cause -> findings.add(cause(cause)));
        ShareDifference service = answer.service().difference();
        if (service != null && service.p() <= Followups.FALSE_DISCOVERY_RATE) findings.add(service(answer.service()));
        return findings;
    }

    private static Finding regret(Followups.Group group, Followups.Rate all) {
        Followups.Rate rate = group.regret();
        String days = group.regretDays().quartiles() == null
                ? ""
                : String.format(
                        Locale.ROOT, "%.0f", group.regretDays().quartiles().median());
        return new Finding(
                new Wording(
                        "%s 好评后追评反悔 %s（%d / %d），总体 %s%s"
                                .formatted(
                                        group.group(),
                                        told(rate),
                                        rate.k(),
                                        rate.n(),
                                        told(all),
                                        days.isEmpty() ? "" : "；中位 " + days + " 天后反悔"),
                        "%s: %s of the content regret in a follow-up (%d of %d), overall %s%s"
                                .formatted(
                                        group.group(),
                                        told(rate),
                                        rate.k(),
                                        rate.n(),
                                        told(all),
                                        days.isEmpty() ? "" : "; after a median of " + days + " days")),
                group.evidence());
    }

    private static Finding cause(Followups.Cause cause) {
        return new Finding(
                new Wording(
                        "反悔的追评有 %s 说“%s”不好，首评差评里是 %s"
                                .formatted(told(cause.share()), cause.aspectName(), told(cause.firstShare())),
                        "%s of regretful follow-ups speak ill of %s, of bad first reviews %s"
                                .formatted(told(cause.share()), cause.aspectName(), told(cause.firstShare()))),
                cause.evidence());
    }

    private static Finding service(Followups.Service service) {
        return new Finding(
                new Wording(
                        "差评后追评转好：提到服务或退换的 %s（%d / %d），没提到的 %s"
                                .formatted(
                                        told(service.with()),
                                        service.with().k(),
                                        service.with().n(),
                                        told(service.without())),
                        "won back after a bad review: %s where the follow-up speaks of service or an exchange (%d of %d), %s where not"
                                .formatted(
                                        told(service.with()),
                                        service.with().k(),
                                        service.with().n(),
                                        told(service.without()))),
                service.evidence());
    }

    private static String told(Followups.Rate rate) {
        return told(rate.share());
    }

    private static String told(@Nullable Share share) {
        return share == null ? "–" : share.percent();
    }
}
