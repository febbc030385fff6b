package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.index.Sample;
import huisheng.insight.statistics.Quartiles;
import huisheng.review.Fault;
import huisheng.review.FollowupOutcome;
import huisheng.review.Polarity;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowupsTest {
    private static final Selection MONTH = all(days(0, 30));

    private static Followups.Answer ask(Asking asking, Selection selection, String... given) throws IOException {
        return asking.answer(Followups.Answer.class, new Followups(), selection, given);
    }

    private static Sample review(int id) {
        return Sample.review(id).at(days(id % 30, id % 30 + 1).from());
    }

    private static Sample followup(int id, FollowupOutcome outcome, SentimentLabel now, int days) {
        return review(id).followup(outcome, days).sentiment(now);
    }

    /** Half of those content with {@code 漏} regret it after 10 days, one in ten of those with {@code 稳} after 40. */
    private static List<Sample> buyers() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean bad = i % 2 == 0;
            boolean regrets = i / 2 % (bad ? 2 : 10) == 0;
            Sample sample = regrets
                    ? followup(i, FollowupOutcome.REVERSED, SentimentLabel.NEGATIVE, bad ? 10 : 40)
                            .text("放了一阵漏了")
                            .opinion("packaging", "包装", Polarity.NEGATIVE, "漏了")
                    : followup(i, FollowupOutcome.CONFIRMED, SentimentLabel.POSITIVE, 20);
            samples.add(sample.product(bad ? "漏" : "稳"));
        }
        for (int i = 200; i < 260; i++) {
            boolean served = i % 2 == 0;
            boolean back = i % 6 != 1 && served;
            samples.add(followup(
                            i,
                            back ? FollowupOutcome.REVERSED : FollowupOutcome.CONFIRMED,
                            back ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE,
                            3)
                    .text(served ? "客服换货了" : "还是不行")
                    .product("稳"));
        }
        for (int i = 260; i < 340; i++) {
            samples.add(review(i)
                    .sentiment(SentimentLabel.NEGATIVE)
                    .text("快递慢")
                    .opinion("logistics", "物流", Polarity.NEGATIVE, "慢"));
        }
        samples.add(followup(340, FollowupOutcome.NEW, SentimentLabel.POSITIVE, 5));
        return samples;
    }

    @Test
    void ratesAndDays_areThoseOfTheGroups() throws IOException {
        try (Asking asking = Asking.of(buyers())) {
            Followups.Answer answer = ask(asking, MONTH);
            assertThat(answer.followups()).isEqualTo(261);
            assertThat(answer.regret().k()).isEqualTo(60);
            assertThat(answer.regret().n()).isEqualTo(200);
            assertThat(answer.unclear()).isEqualTo(1);
            Followups.Group leaking = answer.groups().getFirst();
            assertThat(leaking.group()).isEqualTo("漏");
            assertThat(leaking.regret().share()).isEqualTo(Share.of(50, 100));
            assertThat(leaking.regret().differs()).isTrue();
            assertThat(leaking.regretDays().quartiles()).isEqualTo(new Quartiles(50, 10, 10, 10, 10, 10));
            assertThat(leaking.regretDays().within7()).isEqualTo(Share.of(0, 50));
            assertThat(leaking.regretDays().within30()).isEqualTo(Share.of(50, 50));
            assertThat(leaking.evidence().quotes()).hasSize(5);
            assertThat(leaking.evidence().link())
                    .contains("followup=reversed")
                    .contains("sentiment=negative")
                    .contains("product=%E6%BC%8F");
            assertThat(answer.regretDays().quartiles()).isNotNull();
            assertThat(answer.followupDays().n()).isEqualTo(261);
            assertThat(answer.findings().getFirst().says().zh()).startsWith("漏 好评后追评反悔 50.0%");
        }
    }

    @Test
    void regret_isHeldAgainstBadFirstReviews() throws IOException {
        try (Asking asking = Asking.of(buyers())) {
            Followups.Cause cause = ask(asking, MONTH).causes().getFirst();
            assertThat(cause.aspect()).isEqualTo("packaging");
            assertThat(cause.n()).isEqualTo(60);
            assertThat(cause.firstN()).isZero();
            assertThat(cause.q()).isLessThan(0.001);
            assertThat(cause.evidence().quotes().getFirst().start()).isEqualTo(4);
        }
    }

    @Test
    void recovery_isComparedByService() throws IOException {
        try (Asking asking = Asking.of(buyers())) {
            Followups.Answer answer = ask(asking, MONTH);
            assertThat(answer.recovery().k()).isEqualTo(30);
            assertThat(answer.recovery().n()).isEqualTo(60);
            assertThat(answer.service().with().n()).isEqualTo(30);
            assertThat(answer.service().without().k()).isZero();
            assertThat(answer.service().difference()).isNotNull();
            assertThat(answer.service().evidence().quotes().getFirst().text()).isEqualTo("客服换货了");
            assertThat(answer.recoveryEvidence().quotes()).hasSize(5);
        }
    }

    @Test
    void otherGroups_canBeAsked() throws IOException {
        try (Asking asking = Asking.of(buyers())) {
            Followups.Answer answer = ask(asking, MONTH, "by", "region", "limit", "1");
            assertThat(answer.groups()).extracting(Followups.Group::group).containsExactly("四川");
            assertThat(answer.groups().getFirst().regret().fromOthers()).isNull();
            assertThatThrownBy(() -> ask(asking, MONTH, "by", "aspect"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("by");
        }
    }

    @Test
    void littleOrNoData_isSaid() throws IOException {
        try (Asking asking =
                Asking.of(List.of(followup(1, FollowupOutcome.REVERSED, SentimentLabel.NEGATIVE, 2000), review(2)))) {
            Followups.Answer one = ask(asking, MONTH);
            assertThat(one.insufficient()).isEqualTo(new Insufficient(1, 5));
            assertThat(one.regret().share()).isNull();
            assertThat(one.regretDays().quartiles()).isNull();
            assertThat(one.groups()).isEmpty();
            assertThat(one.findings()).isEmpty();
            Followups.Answer none = ask(asking, all(days(900, 930)));
            assertThat(none.followups()).isZero();
            assertThat(none.regretEvidence().quotes()).isEmpty();
        }
    }

    @Test
    void oneClassOnly_hasNoDifference() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) samples.add(followup(i, FollowupOutcome.CONFIRMED, SentimentLabel.POSITIVE, 9));
        try (Asking asking = Asking.of(samples)) {
            Followups.Answer answer = ask(asking, MONTH);
            assertThat(answer.regret().share()).isEqualTo(Share.of(0, 40));
            assertThat(answer.recovery().share()).isNull();
            assertThat(answer.causes()).isEmpty();
            assertThat(answer.findings()).isEmpty();
        }
    }

    @Test
    void manyGroups_areBounded() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            samples.add(followup(i, FollowupOutcome.REVERSED, SentimentLabel.NEGATIVE, i % 999)
                    .product("p\"“):" + i));
        }
        try (Asking asking = Asking.of(samples)) {
            assertThat(ask(asking, MONTH, "limit", "50").groups()).hasSize(50);
        }
    }
}
