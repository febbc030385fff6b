package huisheng.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.Draft;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {
    @ParameterizedTest
    @CsvSource({
        "这酒口感辛辣,口感辛辣",
        "口感有点辛辣，其他还行,口感辛辣",
        "包装精美,包装精美",
        "精美的包装,精美包装",
        "物流太慢了,物流慢",
        "一点都不好喝,不好喝",
        "没有异味,没有异味",
        "味道不错,味道不错",
        "質量很好,质量好"
    })
    void annotate_phrase_isKeptWhole(String text, String phrase) {
        assertThat(keywords(text)).contains(phrase);
    }

    @Test
    void annotate_negatedWord_isNoKeywordByItself() {
        assertThat(keywords("没有异味")).doesNotContain("异味");
    }

    @Test
    void annotate_stopwords_areLeftOut() {
        assertThat(keywords("我觉得这个东西还是可以的")).doesNotContain("觉得", "东西", "这个", "还是");
    }

    @Test
    void annotate_longText_staysBoundedAndDistinct() {
        List<String> keywords = keywords("口感醇厚，香气扑鼻，包装精美，物流很快，客服热情，价格实惠，瓶子漂亮，味道香甜。".repeat(40));
        assertThat(keywords).doesNotHaveDuplicates().hasSizeBetween(10, Keywords.MAX);
    }

    private static List<String> keywords(String text) {
        Draft draft = TokensTest.read(text);
        new Keywords(Set.of()).annotate(draft);
        return draft.keywords;
    }
}
