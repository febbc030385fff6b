package huisheng.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Comparison;
import huisheng.review.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain comparisons with brands that no pack knows. */
class ComparisonsTest {
    private static Pipeline pipeline;

    @BeforeAll
    static void load() throws IOException {
        pipeline = PipelineFactory.load(Path.of("."), "general");
    }

    @ParameterizedTest
    @CsvSource({
        "口感没有五粮液醇厚,五粮液,LOSE",
        "入口比剑南春柔，回味也长,剑南春,WIN",
        "喝起来不比茅台差,茅台,TIE",
        "质感不输雅诗兰黛,雅诗兰黛,TIE",
        "服务甩海底捞好几条街,海底捞,WIN",
        "比隔壁老王家的包子差远了,隔壁老王家的包子,LOSE",
        "油耗比卡罗拉还低,卡罗拉,WIN",
        "虽然贵点，但比拼多多买的结实,拼多多买的,WIN",
        "这代屏幕比上代亮,上代,WIN",
        "比外面饭店做的干净,外面饭店,WIN",
        "与其买这个不如加点钱上索尼,索尼,LOSE",
        "还是京东自营靠谱，这家发货太慢了,京东自营,LOSE",
        "百草味比这个新鲜多了,百草味,LOSE",
        "楼下便利店都比你家便宜,楼下便利店,LOSE",
        "试驾过思域，内饰比这车扎实,思域,LOSE",
        "比起这家，我宁可去瑞幸,瑞幸,LOSE",
        "比起星巴克，我更喜欢这家的拿铁,星巴克,WIN",
        "海尔的噪音大，这个几乎听不见,海尔的,WIN"
    })
    void unknownBrand_plainConstruction_isRival(String text, String rival, Outcome outcome) {
        assertThat(comparisons(text)).singleElement().satisfies(comparison -> {
            assertThat(comparison.competitor()).isEqualTo(rival);
            assertThat(comparison.outcome()).isEqualTo(outcome);
            assertThat(text.substring(comparison.start(), comparison.end())).contains(rival);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"发动机比宝来和朗逸都安静", "质量比宝来、朗逸好得多"})
    void severalBrands_oneConstruction_areRivalsEach(String text) {
        assertThat(comparisons(text)).extracting(Comparison::competitor).containsExactly("宝来", "朗逸");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "比我想象中好用",
                "比预期的差",
                "比图片上好看",
                "酒店比照片里旧很多",
                "比平时便宜了二十块",
                "给爸妈买的，比他们说的还开心",
                "和描述的一样",
                "跟新的一样，二手能这样很满意",
                "没放香菜好吃，下次还来",
                "没有异味好闻",
                "小牛肉比萨味道很浓",
                "大号比中号长三厘米，按身高选",
                "名气大于实力",
                "和真瓶比字体粗了一圈，越看越像假的",
                "降价就换过去了，味道也没差多少",
                "甜得发腻，不像正经粮食酒",
                "还不如不买"
            })
    void nothingSoldBeside_isNoRival(String text) {
        assertThat(comparisons(text)).extracting(Comparison::competitor).isEmpty();
    }

    private static List<Comparison> comparisons(String text) {
        return pipeline.analyse(new AnalysisRequest(null, text, null, null, null, List.of()))
                .comparisons();
    }
}
