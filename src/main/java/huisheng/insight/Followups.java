package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.insight.statistics.Quartiles;
import huisheng.insight.statistics.ShareDifference;
import huisheng.review.Dimension;
import huisheng.review.Period;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What do follow-ups (追评) say after the first review: who regrets, who is won back, when, and what about? The period is
 * that of the follow-ups. Whoever was content and writes no follow-up is not seen, so rates are of those who wrote one.
 */
public final class Followups implements Question {
    static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final Parameter<Dimension> BY = Parameter.dimension(
            "by",
            List.of(
                    Dimension.PRODUCT,
                    Dimension.BRAND,
                    Dimension.CHANNEL,
                    Dimension.STORE,
                    Dimension.REGION,
                    Dimension.AGE_BAND,
                    Dimension.GENDER,
                    Dimension.LEVEL,
                    Dimension.BUYER,
                    Dimension.VARIANT),
            Dimension.PRODUCT,
            new Wording("按什么分组", "what is grouped by"));
    private static final Parameter<Integer> LIMIT =
            Parameter.integer("limit", 1, 50, 10, new Wording("列多少组", "how many groups to list"));

    /**
     * @param candidates tests that were made; q controls the false discovery rate among the groups, and among the causes
     * @param followups of the period whose first review is known
     * @param unclear follow-ups to a first review without a stance, or that have none or two themselves
     * @param regretDays from the first review to regret; {@code followupDays} to any follow-up
     * @param groups those that regret more than the others beyond chance first, then the largest
     * @param causes aspects that regret speaks ill of, the most frequent first
     * @param insufficient where there are too few follow-ups; rates and lists are empty then
     */
    public record Answer(
            Period window,
            int candidates,
            long followups,
            Rate regret,
            Rate recovery,
            long unclear,
            Days regretDays,
            Days followupDays,
            List<Group> groups,
            List<Cause> causes,
            Service service,
            Evidence regretEvidence,
            Evidence recoveryEvidence,
            @Nullable Insufficient insufficient)
            implements huisheng.insight.ask.Answer, Limited {
        public Answer {
            groups = List.copyOf(groups);
            causes = List.copyOf(causes);
        }

        @Override
        public List<Finding> findings() {
            return FollowupFindings.of(this);
        }
    }

    /**
     * Regret is a bad follow-up to a good review, of those and the good ones that confirm; recovery is a good follow-up to
     * a bad review, of those and the bad ones that confirm.
     *
     * @param share k of n; null where n is too small
     * @param fromOthers that share minus the one of all other groups; null where either is too small
     * @param q null where there is no difference to test
     */
    public record Rate(
            long k,
            long n,
            @Nullable Share share,
            @Nullable ShareDifference fromOthers,
            @Nullable Double q) {
        static Rate of(long k, long n) {
            return new Rate(k, n, Share.orInsufficient(k, n), null, null);
        }

        Rate against(Rate all) {
            boolean told = n >= Insufficient.MINIMUM && all.n - n >= Insufficient.MINIMUM;
            return new Rate(k, n, share, told ? ShareDifference.of(k, n, all.k - k, all.n - n) : null, null);
        }

        Rate with(double found) {
            return new Rate(k, n, share, fromOthers, found);
        }

        /** Other than in the other groups, beyond chance. */
        boolean differs() {
            return q != null && q <= FALSE_DISCOVERY_RATE;
        }

        /** More than in the other groups, beyond chance. */
        boolean above() {
            return differs() && fromOthers != null && fromOthers.effect() > 0;
        }
    }

    /**
     * @param quartiles of the days; null where there are too few, like the shares within 7 and 30 days
     */
    public record Days(
            long n,
            @Nullable Quartiles quartiles,
            @Nullable Share within7,
            @Nullable Share within30) {}

    /** @param evidence of regret */
    public record Group(String group, long followups, Rate regret, Rate recovery, Days regretDays, Evidence evidence) {}

    /**
     * @param n regrets that speak ill of the aspect
     * @param firstN bad first reviews of the same selection and period that do
     * @param difference the share among regrets minus that among bad first reviews: above 0 it shows only after a while
     * @param q null where there is no difference to test
     */
    public record Cause(
            String aspect,
            String aspectName,
            long n,
            @Nullable Share share,
            long firstN,
            @Nullable Share firstShare,
            @Nullable ShareDifference difference,
            @Nullable Double q,
            Evidence evidence) {}

    /**
     * Recovery where the follow-up speaks of service, an exchange, a refund or the like, and where it does not. That they go
     * together does not say that one causes the other.
     *
     * @param difference null where either is too small
     * @param evidence of recoveries that speak of it
     */
    public record Service(Rate with, Rate without, @Nullable ShareDifference difference, Evidence evidence) {}

    @Override
    public String name() {
        return "followups";
    }

    @Override
    public Wording asks() {
        return new Wording("追评里谁后悔了，谁被挽回了，多久以后，为什么？", "Who regrets in follow-ups, who is won back, when, and why?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(BY, LIMIT);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("by", "channel");
    }

    /** Follow-ups are few and come late. */
    @Override
    public Duration window() {
        return Duration.ofDays(90);
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        return new FollowupCounts(asked, now, asked.get(BY)).answer(asked.get(LIMIT));
    }
}
