package huisheng.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1793491200",
                "1793491200000",
                "1793491200.0",
                "1793491200000000",
                "2026-11-01 08:00:00",
                "2026-11-01 08:00",
                "2026-11-01T08:00:00+08:00",
                "2026-11-01T00:00:00Z",
                "2026-11-01T00:00:00.000Z",
                "2026-11-01 08:00:00.000",
                "2026-11-01 00:00:00 UTC",
                "2026-11-01 08:00:00 +0800",
                "2026/11/1 8:00",
                "2026.11.01 08:00:00",
                "2026年11月1日 08:00",
                "2026年11月1日8时0分",
                "20261101080000",
                "Sun Nov 01 08:00:00 +0800 2026"
            })
    void times_everyForm_isTheSameInstant(String value) {
        assertThat(Times.read(value)).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gestern", "2026-13-01", "2026-11-01 25:00:00", "12", "99999999999999999999"})
    void times_noTime_isNull(String value) {
        assertThat(Times.read(value)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1.2万,12000", "3w,30000", "999+,999", "'1,234',1234", "0,0", "2亿,200000000", "1.5k,1500"})
    void counts_asPeopleWriteThem_areNumbers(String value, long count) {
        assertThat(Counts.read(value)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "赞", "1e9", "NaN", "--1", "1.2.3"})
    void counts_noCount_isNull(String value) {
        assertThat(Counts.read(value)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "words,good,5",
        "words,中评,3",
        "words,bad,1",
        "one-to-five,5,5",
        "one-to-five,4.0,4",
        "one-to-five,3星,3",
        "zero-to-five,0,1",
        "tens,45,5",
        "hundreds,100,1",
        "hundreds,500,5",
        "nps,10,5",
        "nps,0,1",
        "nps,6,3"
    })
    void rating_ofEachScale_becomesStars(String scale, String value, int stars) {
        assertThat(huisheng.review.Labelled.of(RatingScale.class, scale).read(value))
                .isEqualTo(stars);
    }

    @ParameterizedTest
    @CsvSource({"words,great", "one-to-five,0", "one-to-five,6", "hundreds,5", "nps,11", "none,3", "one-to-five,-1"})
    void rating_outsideItsScale_isNull(String scale, String value) {
        assertThat(huisheng.review.Labelled.of(RatingScale.class, scale).read(value))
                .isNull();
    }

    @Test
    void plainText_entitiesAndTags_becomeSigns() {
        assertThat(PlainText.fromHtml("好&hellip;<br/>&#x597D;&#22909; a&lt;b &unknown; &#0; &#55296;"))
                .isEqualTo("好…\n好好 a<b &unknown; &#0; &#55296;");
    }

    @ParameterizedTest
    @CsvSource({"来自江苏,江苏", "IP属地：广东,广东", "内蒙古自治区,内蒙古", "江苏南京,江苏", "上海市,上海", "中国台湾,台湾", "美国,美国"})
    void regions_ofEachForm_areProvinces(String said, String province) {
        assertThat(Regions.province(said)).isEqualTo(province);
    }
}
