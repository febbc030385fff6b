package huisheng.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.review.Review;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    private static Reading read(Mapping mapping, String json) {
        JsonNode item = Json.read(json.replace('\'', '"'), JsonNode.class);
        return mapping.reader().read(new Payload(0, item, Read.NOW, mapping.constants()));
    }

    @Test
    void reader_columnsAndPointers_becomeFields() {
        Mapping mapping = Mapping.parse("""
                fields:
                  externalId: 编号
                  text: /data/words
                  rating: 评分
                  writtenAt: 日期
                  author.userId: 用户
                  attributes.颜色: 颜色
                constants: {channel: own, brand: 回声, product: p1}
                datePattern: dd.MM.yyyy HH:mm
                rating: hundreds
                """);
        Reading reading =
                read(mapping, "{'编号':'7','data':{'words':'好'},'评分':'500','日期':'01.11.2026 08:00','用户':'u','颜色':'黑'}");
        assertThat(reading.rejections()).isEmpty();
        Review review = reading.reviews().getFirst().review();
        assertThat(review.channel()).isEqualTo("own");
        assertThat(review.brand()).isEqualTo("回声");
        assertThat(review.product()).isEqualTo("p1");
        assertThat(review.text()).isEqualTo("好");
        assertThat(review.rating()).isEqualTo(5);
        assertThat(review.writtenAt()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(review.attributes()).containsEntry("颜色", "黑");
        assertThat(reading.reviews().getFirst().userId()).isEqualTo("u");
    }

    @Test
    void reader_badCell_isRejectedAtItsColumn() {
        Mapping mapping = Mapping.parse("fields: {externalId: 编号, text: 正文, rating: 评分, writtenAt: 日期}");
        Reading reading = read(mapping, "{'编号':'7','正文':'好','评分':'十','日期':'2026-11-01'}");
        assertThat(reading.rejections()).extracting(Rejection::pointer).containsExactly("/评分");
    }

    @Test
    void reader_scriptAsUrl_isRejected() {
        Mapping mapping = Mapping.parse("fields: {externalId: id, text: t, url: u}\nconstants: {writtenAt: now}");
        Reading reading = read(mapping, "{'id':'7','t':'好','u':'javascript:alert(1)'}");
        assertThat(reading.rejections()).extracting(Rejection::pointer).containsExactly("/u");
    }

    @Test
    void sentCorpus_row_keepsItsLabel() {
        Review review = read(Mapping.named("sent-corpus"), "{'id':'a-1','text':'好','label':'pos','domain':'书籍'}")
                .reviews()
                .getFirst()
                .review();
        assertThat(review.externalId()).isEqualTo("a-1");
        assertThat(review.product()).isEqualTo("书籍");
        assertThat(review.attributes()).containsEntry("label", "pos");
        assertThat(review.writtenAt()).isEqualTo(Read.NOW);
    }

    static Iterable<String> names() {
        return Mapping.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void named_everyBuiltIn_hasAReader(String name) {
        assertThat(Mapping.named(name).reader().channel()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "fields: [1]", "field: {}", "fields: {colour: x}", "rating: stars", "fields: {text: a", "- a"
            })
    void parse_badMapping_saysSo(String yaml) {
        assertThatThrownBy(() -> Mapping.parse(yaml)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void named_unknown_listsWhatThereIs() {
        assertThatThrownBy(() -> Mapping.named("nope"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sent-corpus");
    }
}
