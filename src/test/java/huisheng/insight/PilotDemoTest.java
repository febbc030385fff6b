package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PilotDemoTest {
    private static DemoReviews demo;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoReviews.withEvents();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    private static Pilot.Answer ask(Selection selection, String... given) throws IOException {
        Pilot.Answer answer = demo.answer(Pilot.Answer.class, new Pilot(), selection, given);
        System.out.println(answer.verdict().says().en());
        return answer;
    }

    private static Selection pilot(int from, int until) {
        Selection all = all(days(from, until));
        return all.with(
                all.filter().with(Dimension.PRODUCT, Set.of("YL-500")).with(Dimension.REGION, Set.of("江苏", "浙江")));
    }

    @Test
    void newPackaging_isBetter() throws IOException {
        for (String measure : new String[] {"positive", "negative", "net"}) {
            Pilot.Answer answer = ask(pilot(90, 180), "aspect", "packaging", "measure", measure);
            assertThat(answer.verdict().label()).as(measure).isEqualTo(PilotVerdict.Label.BETTER);
            assertThat(answer.a().query()).isEqualTo("variant:\"A\"");
            assertThat(answer.a().n()).isBetween(230L, 250L);
            assertThat(answer.b().n()).isBetween(230L, 250L);
            assertThat(answer.b().evidence().quotes()).isNotEmpty();
        }
    }

    /** Two days of it are about five reviews an arm. */
    @Test
    void firstDays_areNotYet() throws IOException {
        Pilot.Answer answer = ask(pilot(90, 92), "aspect", "packaging");
        assertThat(answer.verdict().label()).isEqualTo(PilotVerdict.Label.NOT_YET);
    }

    /** Both provinces got both packagings. */
    @Test
    void provinces_areNotToldApart() throws IOException {
        Pilot.Answer answer = ask(pilot(90, 180), "aspect", "packaging", "a", "region:江苏", "b", "region:浙江");
        assertThat(answer.verdict().label()).isIn(PilotVerdict.Label.NOT_YET, PilotVerdict.Label.NO_DIFFERENCE);
    }
}
