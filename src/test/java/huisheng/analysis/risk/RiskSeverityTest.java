package huisheng.analysis.risk;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.review.Analysis;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what has happened to somebody, or what is surely wrong, is of the first level. */
class RiskSeverityTest {
    private static Pipeline pipeline;

    @BeforeAll
    static void load() throws IOException {
        pipeline = PipelineFactory.load(Path.of("."), "baijiu");
    }

    private static Analysis read(String text) {
        return pipeline.analyse(List.of(AnalysisRequest.of(text))).getFirst();
    }

    private static List<Integer> severities(String text, RiskType type) {
        return read(text).risks().stream()
                .filter(risk -> risk.type() == type)
                .map(Risk::severity)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "喝完全身起红疹，送医院打点滴,HEALTH",
        "吃完拉了一宿，第二天都没缓过来,HEALTH",
        "酒里有只死苍蝇，恶心,FOOD_SAFETY",
        "牛奶发酸，孩子喝了一口就吐,FOOD_SAFETY",
        "开盖一股馊水味，整箱都坏了,FOOD_SAFETY",
        "瓶盖一拧就炸裂，手划破了,PRODUCT_SAFETY"
    })
    void severity_happened_isOne(String text, RiskType type) {
        assertThat(severities(text, type)).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "喝了二两脑袋发胀，睡一觉还没缓过来",
                "瓶盖拧半天拧不开，差点划到手",
                "有股塑料味，估计是瓶盖的问题",
                "闻着一股药水味，不太敢喝",
                "咽下去嘴里发酸，回味差",
                "后味有点涩，不干净",
                "积分兑换说系统坏了，已经第二次了，后味有点涩",
                "瓶盖里的倒酒器是松的，一倒就洒",
                "没有霉味，闻着就是粮食香"
            })
    void severity_nearlySuspectedSmeltOrFelt_isNotOne(String text) {
        assertThat(read(text).risks()).extracting(Risk::severity).doesNotContain(1);
    }

    @ParameterizedTest
    @CsvSource({"酸菜包发酸发臭，粘手拉丝,1", "吃到嘴里虫子还在动,1"})
    void severity_stateOfTheFood_staysWhereMouthsAreNamed(String text, int severity) {
        assertThat(severities(text, RiskType.FOOD_SAFETY)).containsExactly(severity);
    }
}
