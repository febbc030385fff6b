package huisheng.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.analysis.text.Keywords;
import huisheng.analysis.text.Normalisation;
import huisheng.review.Analysis;
import huisheng.review.Evidence;
import huisheng.review.FollowupOutcome;
import huisheng.review.NoiseType;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTest {
    private static Pipeline pipeline;

    @BeforeAll
    static void load() throws IOException {
        pipeline = PipelineFactory.load(Path.of("."), "general");
    }

    @Test
    void of_missingLayer_isRefused() {
        assertThatThrownBy(() -> Pipeline.of(List.of(new Keywords(Set.of())), "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Keywords needs");
        assertThatThrownBy(() -> Pipeline.of(List.of(new Normalisation(), new Normalisation()), "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "酒很好喝，包装精美，下次还会再来|positive",
                "非常满意，物流很快，客服态度也好|positive",
                "質量很好，下次還會回購，推薦給大家|positive",
                "太难喝了，味道很差，再也不买了|negative",
                "质量太差，用了两天就坏了，客服还不理人，垃圾|negative",
                "收到就是坏的，退货还要自己出运费，太失望了|negative",
                "系统默认好评|neutral",
                "啊啊啊啊啊啊啊啊啊|neutral",
                "请问这一款什么时候补货？|neutral",
                "想知道这一批是哪年的基酒|neutral",
                "Can I use it with a 110V outlet?|neutral",
                "Das ist sehr gut und nicht teuer|unscored"
            })
    void analyse_plainText_hasItsStance(String text, String label) {
        assertThat(read(text).sentiment().label().label()).isEqualTo(label);
    }

    @Test
    void analyse_stance_isExplainedBySpans() {
        Analysis analysis = read("物流很快&hellip;&hellip;可是味道太差，后悔買了，垃圾");
        assertThat(analysis.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(analysis.sentiment().evidence()).isNotEmpty().allSatisfy(evidence -> {
            assertThat(analysis.text().substring(evidence.start(), evidence.end()))
                    .isNotBlank();
            assertThat(evidence.source()).isEqualTo("model");
        });
        assertThat(analysis.sentiment().evidence().stream()
                        .filter(e -> e.weight() < 0)
                        .map(e -> analysis.text().substring(e.start(), e.end())))
                .anyMatch(span -> span.contains("垃圾") || span.contains("差"));
    }

    @ParameterizedTest
    @CsvSource({
        "5,太难喝了味道很差再也不买了,true",
        "1,太难喝了味道很差再也不买了,false",
        "1,非常好喝很满意下次再来,true",
        "3,太难喝了味道很差再也不买了,false",
        "5,系统默认好评,false"
    })
    void analyse_starsAgainstWords_isContradiction(int stars, String text, boolean contradiction) {
        AnalysisRequest request = new AnalysisRequest("x", text, stars, null, null, List.of());
        assertThat(pipeline.analyse(request).contradiction()).isEqualTo(contradiction);
    }

    @ParameterizedTest
    @CsvSource({"非常好喝很满意下次再来,太难喝了味道很差再也不买了,REVERSED", "太难喝了味道很差垃圾,真的太差了后悔买了,CONFIRMED", "囤货，尚未开封,太难喝了味道很差再也不买了,NEW"})
    void analyse_followup_isJudgedAgainstFirst(String first, String text, FollowupOutcome outcome) {
        AnalysisRequest request = new AnalysisRequest("x", text, null, first, null, List.of());
        assertThat(pipeline.analyse(request).followup()).isEqualTo(outcome);
        assertThat(read(text).followup()).isNull();
    }

    @Test
    void analyse_fromManyThreads_isTheSame() {
        List<String> texts = List.of("口感辛辣，上头", "包装精美，物流慢，😀[doge]", "後悔買了，品質很差", "不好喝但是便宜", "系统默认好评", "酒体醇厚，回味悠长，推荐");
        List<Analysis> alone = texts.stream().map(PipelineTest::read).toList();
        List<Analysis> together = IntStream.range(0, 6_000)
                .parallel()
                .mapToObj(i -> read(texts.get(i % texts.size())))
                .toList();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % texts.size()));
        }
    }

    @Test
    void analyse_many_isAsOneByOne() {
        List<AnalysisRequest> requests = IntStream.range(0, 700)
                .mapToObj(i -> i % 7 == 0 ? "" : "第" + i + "次买，口感辛辣，物流" + (i % 2 == 0 ? "很快" : "太慢"))
                .map(AnalysisRequest::of)
                .toList();
        assertThat(pipeline.analyse(requests))
                .isEqualTo(requests.stream().map(pipeline::analyse).toList());
        assertThat(pipeline.analyse(List.of())).isEmpty();
    }

    @Test
    void analyse_randomText_spansLieInText() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String pieces = "好差酒喝不很慢快，。！&<;#😀\ud800\u200b　Ａa1 後裡\n[doge]";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) text.append(pieces.charAt(random.nextInt(pieces.length())));
            Analysis analysis = read(text.toString());
            int last = 0;
            for (Evidence evidence : analysis.sentiment().evidence()) {
                assertThat(evidence.start()).as("seed " + seed).isBetween(last, text.length());
                assertThat(evidence.end()).as("seed " + seed).isBetween(evidence.start() + 1, text.length());
                last = evidence.end();
            }
            assertThat(analysis.sentiment().score()).as("seed " + seed).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void analyse_longestText_isBounded() {
        for (String text : List.of(
                "酒".repeat(20_000),
                "好喝，不贵。".repeat(3_400),
                "味道好包装差".repeat(3_333),
                "不如小米好用".repeat(3_333),
                "[".repeat(20_000),
                "&amp;".repeat(4_000))) {
            Instant start = Instant.now();
            assertThat(read(text).keywords()).hasSizeLessThanOrEqualTo(30);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void analyse_emptyText_isNeutral() {
        assertThat(read("").sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(read("").noise()).isNotEqualTo(Set.of(NoiseType.DEFAULT));
    }

    @Test
    void version_namesCodeAndFiles() {
        assertThat(pipeline.version()).matches("\\d+-[0-9a-f]{12}");
        assertThat(read("好喝").pipeline()).isEqualTo(pipeline.version());
    }

    private static Analysis read(String text) {
        return pipeline.analyse(AnalysisRequest.of(text));
    }
}
