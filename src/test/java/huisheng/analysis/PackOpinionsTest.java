package huisheng.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import huisheng.review.Analysis;
import huisheng.review.Opinion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackOpinionsTest {
    private static final Map<String, Pipeline> PIPELINES = new HashMap<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cosmetics|面霜很保湿，味道好闻|effect+ scent+",
                "cosmetics|包装破了，快递太慢了，客服态度很差|packaging- logistics- service-",
                "electronics|屏幕很清晰，外观好看|hardware+ appearance+",
                "electronics|运行卡顿，客服态度很差|hardware- service-",
                "food|口感酥脆，价格便宜|mouthfeel+ price+",
                "food|包装破损，物流太慢|packaging- logistics-",
                "car|外观漂亮，空间很大|exterior+ space+",
                "car|油耗太高，动力不足|fuel- power-",
                "catering|羊肉很嫩，价格实惠|taste+ price+",
                "catering|环境很好，服务态度差|environment+ service-",
                "baijiu|口感醇厚，价格有点贵|taste+ price-",
                "baijiu|口感醇厚，香气扑鼻，回味悠长|taste+ smell+ aftertaste+",
                "hotel|早餐很丰富，前台服务热情|taste+ service+",
                "hotel|隔音太差，空调坏了，价格还贵|environment- quality- price-",
                "apparel|面料很舒服，款式好看|quality+ appearance+",
                "apparel|尺码不准，面料太薄|size- quality-"
            })
    void opinions_clearSentence_areOfThePack(String pack, String text, String expected) throws IOException {
        Analysis analysis = pipeline(pack).analyse(AnalysisRequest.of(text));
        assertThat(analysis.opinions().stream().map(PackOpinionsTest::told))
                .containsExactlyInAnyOrderElementsOf(List.of(expected.split(" ")));
        Pack aspects = Packs.load(Path.of("corpora"), pack);
        for (Opinion opinion : analysis.opinions()) {
            assertThat(aspects.aspects())
                    .hasEntrySatisfying(
                            opinion.aspect(),
                            aspect -> assertThat(aspect.name()).isEqualTo(opinion.aspectName()));
        }
        AnalysisChecks.spansLieOnText(analysis, text);
    }

    @ParameterizedTest
    @CsvSource({"锅底很香，服务员态度热情,锅底", "羊肉很嫩，价格实惠,羊肉", "烤肉很好吃,烤肉", "服务员爱答不理，上菜太慢,服务员", "牛肉很新鲜，环境也干净,环境"})
    void opinions_catering_nameTheThingJudged(String text, String target) throws IOException {
        assertThat(pipeline("catering").analyse(AnalysisRequest.of(text)).opinions())
                .extracting(Opinion::target)
                .contains(target);
    }

    @ParameterizedTest
    @CsvSource({"food,系统默认好评", "catering,我们是周六中午去的", "hotel,请问几点可以入住？"})
    void opinions_noJudgement_areNone(String pack, String text) throws IOException {
        assertThat(pipeline(pack).analyse(AnalysisRequest.of(text)).opinions())
                .extracting(Opinion::opinion)
                .isEmpty();
    }

    private static String told(Opinion opinion) {
        String sign = switch (opinion.polarity()) {
            case POSITIVE -> "+";
            case NEGATIVE -> "-";
            default -> "0";
        };
        return opinion.aspect() + sign;
    }

    private static Pipeline pipeline(String pack) throws IOException {
        Pipeline known = PIPELINES.get(pack);
        if (known != null) return known;
        Pipeline loaded = PipelineFactory.load(Path.of("."), pack);
        PIPELINES.clear(); // one at a time: each holds its models
        PIPELINES.put(pack, loaded);
        return loaded;
    }
}
