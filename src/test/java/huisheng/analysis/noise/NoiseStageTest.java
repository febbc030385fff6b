package huisheng.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Draft;
import huisheng.analysis.text.Normalisation;
import huisheng.review.NoiseType;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseStageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "系统默认好评",
                "系统默认好评！",
                "此用户没有填写评价。",
                "此用户没有填写评价内容",
                "该用户未填写评价内容",
                "评价方未及时做出评价,系统默认好评!",
                "用户未发表评论，系统自动五星",
                "评价方未填写内容",
                "超时未评，自动确认为好评。",
                "超时未评价，系统默认好评",
                "买家未作出评价，系统自动给予好评",
                "默认好评",
                "此用戶沒有填寫評價",
                "用户没有发表评价"
            })
    void annotate_systemText_isDefault(String text) {
        assertThat(noise(text)).containsExactly(NoiseType.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "啊啊啊啊啊啊啊啊啊啊啊啊",
                "嗯嗯，凑字中，一二三四五六七八九十",
                "qwertyuiop……下班了",
                "asdfghjkl",
                "凑够字数",
                "凑字数凑字数凑字数",
                "。。。。。。。。",
                "1234567890",
                "哈哈哈哈哈哈哈",
                "字数不够十五字"
            })
    void annotate_typedWithoutContent_isFiller(String text) {
        assertThat(noise(text)).containsExactly(NoiseType.FILLER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "系统默认好评？我明明给的差评",
                "卖家让我改成好评，系统太卡",
                "系统自动更新之后很卡",
                "没有评价的必要，太差了",
                "好好好好好好",
                "666666",
                "酒香得很，哈哈哈哈哈哈哈哈，下次还买",
                "字数要求太多，不过酒是真好喝，入口柔，一线喉，推荐",
                "垃圾垃圾，差差差",
                "👍👍👍👍👍👍",
                "[doge]",
                "不好喝",
                "超时未送达，差评",
                "键盘qwerty那排有个键坏了按不下去"
            })
    void annotate_ownWords_areNoNoise(String text) {
        assertThat(noise(text)).isEmpty();
    }

    private static Set<NoiseType> noise(String text) {
        Draft draft = new Draft(AnalysisRequest.of(text));
        new Normalisation().annotate(draft);
        new NoiseStage().annotate(draft);
        return draft.noise;
    }
}
