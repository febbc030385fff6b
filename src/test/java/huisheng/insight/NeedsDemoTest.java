package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
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

    /** 手提 and 瓶装, 能不能 and 字 are said in several of them. */
    @Test
    void wishesThatWereWrittenApart_areApart() throws IOException {
        Needs.Answer answer =
                demo.answer(Needs.Answer.class, new Needs(), all(days(90, 180)), "include", "explicit", "limit", "100");
        List<String> wishes = List.of(
                "防滴嘴", "混搭装", "印名字", "字印大点", "小瓶装", "手提两瓶装", "手提袋", "定制装", "低度", "酒杯", "开瓶器", "分酒器", "扫码领积分", "醒酒",
                "专属价", "活动");
        List<String> labels = wishes.stream()
                .map(wish -> answer.requests().stream()
                        .map(Needs.Request::label)
                        .filter(label -> label.contains(wish))
                        .findFirst()
                        .orElse(wish + " has no group"))
                .toList();
        assertThat(labels).doesNotHaveDuplicates().noneMatch(label -> label.endsWith(" has no group"));
    }

    @Test
    void labels_areWhatSomebodySaid() throws IOException {
        for (String include : List.of("explicit", "all")) {
            Needs.Answer answer = ask(demo, 0, 180, include);
            assertThat(answer.requests())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.evidence().quotes())
                            .as(request.label())
                            .anyMatch(quote -> isWhole(request.label(), quote.text())));
        }
    }

    /** Nothing of a clause is left on either side but the frame of a wish. */
    private static boolean isWhole(String label, String sentence) {
        String frame = "(希望|建议|盼着|能不能|什么时候|要是能?|如果|再?来?追评了?)?";
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + frame + Pattern.quote(label) + "(就好了|就更好了|呢|吧|啊)?(?![\\p{L}\\p{N}])")
                .matcher(sentence)
                .find();
    }

    /** 130 of 5,900 reviews that wish or complain, in the first half of the time. */
    @Test
    void eventOfTheFirstHalf_isFoundOverTheWhole() throws IOException {
        Needs.Answer answer =
                demo.answer(Needs.Answer.class, new Needs(), all(days(0, 180)), "include", "all", "limit", "40");
        assertThat(answer.lookedAt()).isLessThan(answer.wishing());
        assertThat(answer.requests()).anySatisfy(request -> {
            assertThat(request.label()).contains("漏酒");
            assertThat(request.products().getFirst().value()).isEqualTo("YL-GIFT");
        });
        assertThat(answer.findings().getLast().says().zh())
                .endsWith("%d 条里抽看了 %d 条".formatted(answer.wishing(), answer.lookedAt()));
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
