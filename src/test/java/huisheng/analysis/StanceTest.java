package huisheng.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Analysis;
import huisheng.review.IntentType;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stance agrees with the opinions found, and the intents with both. */
class StanceTest {
    private static Pipeline pipeline;

    @BeforeAll
    static void load() throws IOException {
        pipeline = PipelineFactory.load(Path.of("."), "general");
    }

    @ParameterizedTest
    @CsvSource({
        "酒香不错，就是瓶口漏酒，箱子全湿了,MIXED",
        "衣服好看，但是尺码偏小，穿不了,MIXED",
        "颜色漂亮，可惜掉色,MIXED",
        "杯子容量正好，倒水不漏，喜欢,POSITIVE",
        "包装精美，酒体清亮，回味长，就是瓶盖难拧,POSITIVE",
        "盒子压扁了，糕点碎了一半，客服也不理人，口味倒还行,NEGATIVE",
        "味道一般般吧，凑合,NEUTRAL",
        "味道一般,NEUTRAL",
        "中规中矩吧，没什么特别的,NEUTRAL",
        "很一般，不推荐,NEGATIVE",
        "味道不怎么样,NEGATIVE",
        "还可以，能用,POSITIVE"
    })
    void sentiment_agreesWithOpinions(String text, SentimentLabel label) {
        assertThat(read(text).sentiment().label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"酒香不错，就是瓶口漏酒，箱子全湿了", "衣服好看，但是尺码偏小，穿不了", "盒子压扁了，糕点碎了一半，客服也不理人，口味倒还行", "退货填了三遍单号，至今没人处理"})
    void intents_namedThingBlamed_complain(String text) {
        Analysis analysis = read(text);
        assertThat(analysis.opinions())
                .anyMatch(o -> o.polarity() == Polarity.NEGATIVE && !o.aspect().equals("overall"));
        assertThat(intents(analysis)).contains(IntentType.COMPLAINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"包装精美，酒体清亮，回味长，就是瓶盖难拧", "味道一般般吧，凑合", "请问这个有没有大号的？", "杯子容量正好，倒水不漏，喜欢"})
    void intents_flawConcededOrNone_doNotComplain(String text) {
        assertThat(intents(read(text))).doesNotContain(IntentType.COMPLAINT);
    }

    @ParameterizedTest
    @CsvSource({"'环境很好，服务态度差',服务态度差,环境很好", "'瓶口漏酒，箱子全湿了，酒香倒不错',瓶口漏酒,酒香倒不错"})
    void intents_mixedText_lieInTheClausesThatSayThem(String text, String complaint, String praise) {
        Analysis analysis = read(text);
        assertThat(analysis.intents())
                .filteredOn(intent -> intent.type() == IntentType.COMPLAINT)
                .allSatisfy(intent ->
                        assertThat(text.substring(intent.start(), intent.end())).isEqualTo(complaint));
        assertThat(analysis.intents())
                .filteredOn(intent -> intent.type() == IntentType.PRAISE)
                .hasSize(1)
                .allSatisfy(intent ->
                        assertThat(text.substring(intent.start(), intent.end())).isEqualTo(praise));
    }

    private static List<IntentType> intents(Analysis analysis) {
        return analysis.intents().stream().map(intent -> intent.type()).toList();
    }

    private static Analysis read(String text) {
        return pipeline.analyse(AnalysisRequest.of(text));
    }
}
