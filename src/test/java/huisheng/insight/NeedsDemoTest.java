package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The corpus carries wishes of a dozen kinds, none of them planted to grow, and two complaints that are. */
class NeedsDemoTest {
    private static DemoReviews demo;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoReviews.withEvents();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    private static Needs.Answer ask(DemoReviews reviews, int from, int until, String include) throws IOException {
        return reviews.answer(Needs.Answer.class, new Needs(), all(days(from, until)), "include", include);
    }

    private static List<Needs.Request> rising(Needs.Answer answer) {
        return answer.requests().stream()
                .filter(request -> request.growth() != null && request.growth().rises())
                .toList();
    }

    @Test
    void wishesOfTheCorpus_areRankedAndNoneGrows() throws IOException {
        Needs.Answer answer = ask(demo, 90, 180, "explicit");
        for (String wish : List.of("防滴嘴", "印名字", "小瓶装", "酒杯", "扫码领积分", "低度")) {
            assertThat(answer.requests())
                    .as(wish)
                    .anySatisfy(request -> assertThat(request.evidence().quotes())
                            .anySatisfy(quote -> assertThat(quote.text()).contains(wish)));
        }
        assertThat(answer.ungrouped() * 20).isLessThan(answer.wishing());
        assertThat(rising(answer)).isEmpty();
    }

    @Test
    void implicitNeeds_followWhatHappened() throws IOException {
        List<Needs.Request> rising = rising(ask(demo, 120, 150, "all"));
        assertThat(rising).anySatisfy(request -> {
            assertThat(request.label()).contains("辛辣");
            assertThat(request.explicit()).isZero();
            assertThat(request.personas().getFirst().value()).isEqualTo("18-24");
            assertThat(request.products().getFirst().value()).isEqualTo("HQ-125");
        });
        assertThat(rising).anySatisfy(request -> assertThat(request.label()).contains("北垛"));
    }

    @Test
    void quietCorpus_nothingGrows() throws IOException {
        try (DemoReviews quiet = DemoReviews.quiet(7, 8000)) {
            assertThat(rising(ask(quiet, 90, 180, "explicit"))).isEmpty();
            assertThat(rising(ask(quiet, 90, 180, "all"))).isEmpty();
        }
    }
}
