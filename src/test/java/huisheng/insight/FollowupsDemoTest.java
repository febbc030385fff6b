package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The writers of the demo corpus turn round in 3 of 10 follow-ups, whatever they bought: nobody stands out. */
class FollowupsDemoTest {
    private static Followups.Answer ask(DemoReviews demo, String by) throws IOException {
        return demo.answer(Followups.Answer.class, new Followups(), all(days(0, 180)), "by", by);
    }

    @Test
    void demo_tellsRatesAndDays() throws IOException {
        try (DemoReviews demo = DemoReviews.withEvents()) {
            Followups.Answer answer = ask(demo, "product");
            assertThat(answer.followups()).isGreaterThan(900);
            assertThat(answer.regret().share()).isNotNull();
            assertThat(answer.regret().n() + answer.recovery().n() + answer.unclear())
                    .isEqualTo(answer.followups());
            assertThat(answer.regretDays().quartiles()).satisfies(days -> {
                assertThat(days.lower()).isGreaterThanOrEqualTo(3);
                assertThat(days.median()).isBetween(15.0, 33.0);
                assertThat(days.upper()).isLessThanOrEqualTo(45);
            });
            assertThat(answer.groups()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void noGroup_standsOut() throws IOException {
        int tested = 0;
        int told = 0;
        for (long seed = 1; seed <= 2; seed++) {
            try (DemoReviews demo = DemoReviews.quiet(seed, 8000)) {
                for (String by : new String[] {"product", "channel", "region", "ageBand"}) {
                    Followups.Answer answer = ask(demo, by);
                    tested += answer.candidates();
                    told += (int) answer.groups().stream()
                            .filter(group ->
                                    group.regret().differs() || group.recovery().differs())
                            .count();
                }
            }
        }
        System.out.printf("follow-ups, quiet: %d groups told, %d tests%n", told, tested);
        assertThat(told).isLessThanOrEqualTo(1);
    }
}
