package huisheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.channel.RawReview;
import huisheng.privacy.AuthorHash;
import huisheng.review.Author;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalDataTest {
    private final PersonalData personal =
            new PersonalData(new AuthorHash("a secret for tests".getBytes(StandardCharsets.UTF_8)));

    @Test
    void name_withPhone_isMaskedEachTime() {
        for (int i = 0; i < 3; i++) assertThat(store("王姐 13812345678")).isEqualTo("王姐 ***********");
    }

    @Test
    void name_withNothingPersonal_staysEachTime() {
        for (int i = 0; i < 3; i++) assertThat(store("砚鹭旗舰店")).isEqualTo("砚鹭旗舰店");
    }

    @Test
    void names_beyondWhatIsRemembered_areMaskedAlike() {
        for (int i = 0; i < PersonalData.MOST_NAMES + 10; i++)
            assertThat(store(i + "店")).isEqualTo(i + "店");
        assertThat(store("王姐 13812345678")).isEqualTo("王姐 ***********");
        assertThat(store("0店")).isEqualTo("0店");
    }

    /** A clean name that was seen says nothing about a text: there an address is personal. */
    @Test
    void text_likeCleanName_isMaskedAsText() {
        String address = "浙江省杭州市西湖区文三路123号5幢2单元301室";
        assertThat(store(address)).isEqualTo(address);
        assertThat(personal.masked(raw("店", address)).review().text()).isNotEqualTo(address);
    }

    private String store(String name) {
        return String.valueOf(personal.masked(raw(name, "酒香浓郁")).review().store());
    }

    private static RawReview raw(String store, String text) {
        Review review = new Review(
                "taobao",
                "1",
                ReviewKind.INITIAL,
                null,
                "砚鹭",
                "YL-500",
                "砚鹭 500ml",
                store,
                "浙江",
                new Author(null, null, null, null, null),
                5,
                text,
                null,
                Instant.EPOCH,
                0,
                null,
                null,
                Map.of());
        return new RawReview(review, "u-1");
    }
}
