package huisheng.channel;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Author;
import huisheng.review.ReviewKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {
    private static final String GOOD =
            "'channel':'jd','externalId':'1','text':'好','writtenAt':'2026-11-01T08:00:00+08:00'";

    @Test
    void read_everyField_isTaken() {
        RawReview raw = Read.one("canonical", """
                {'channel':'jd','externalId':'9007199254740993123','kind':'followup','parent':'p','brand':'b','product':'sku',
                 'productName':'名','store':'s','region':'江苏省','author':{'userId':'u','level':'PLUS','ageBand':'18-24',
                 'gender':'female','purchases':3},'rating':5,'text':'好','language':'zh-Hans',
                 'writtenAt':'2026-11-01T08:00:00+08:00','likes':7,'url':'https://a.test/1','variant':'A',
                 'attributes':{'颜色':'黑'}}
                """);
        assertThat(raw.userId()).isEqualTo("u");
        assertThat(raw.review().externalId()).isEqualTo("9007199254740993123");
        assertThat(raw.review().kind()).isEqualTo(ReviewKind.FOLLOWUP);
        assertThat(raw.review().parent()).isEqualTo("p");
        assertThat(raw.review().region()).isEqualTo("江苏");
        assertThat(raw.review().author()).isEqualTo(new Author(null, "PLUS", "18-24", "female", 3));
        assertThat(raw.review().rating()).isEqualTo(5);
        assertThat(raw.review().writtenAt()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(raw.review().likes()).isEqualTo(7);
        assertThat(raw.review().attributes()).isEqualTo(Map.of("颜色", "黑"));
    }

    @Test
    void read_smallestItem_isInitial() {
        assertThat(Read.one("canonical", "{" + GOOD + "}").review().kind()).isEqualTo(ReviewKind.INITIAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'rating':6|/rating|out-of-range",
                "'rating':'5'|/rating|wrong-type",
                "'rating':4.5|/rating|wrong-type",
                "'likes':-1|/likes|out-of-range",
                "'colour':1|/colour|unknown-field",
                "'author':{'name':'x'}|/author/name|unknown-field",
                "'author':'x'|/author|wrong-type",
                "'attributes':{'a/b':1}|/attributes/a~1b|wrong-type",
                "'kind':'reply'|/kind|unknown-value",
                "'kind':'followup'|/parent|missing",
                "'channel':'JD'|/channel|bad-channel",
                "'channel':'../x'|/channel|bad-channel",
                "'externalId':''|/externalId|missing",
                "'externalId':123|/externalId|wrong-type",
                "'text':'a\\u0000b'|/text|nul",
                "'text':'a\\ud800b'|/text|lone-surrogate",
                "'text':'\\udc00'|/text|lone-surrogate",
                "'text':'  '|/text|empty",
                "'writtenAt':'2026-11-01 08:00:00'|/writtenAt|unreadable",
                "'writtenAt':'2026-11-26T00:00:00Z'|/writtenAt|in-future",
                "'writtenAt':'1999-01-01T00:00:00Z'|/writtenAt|too-early",
                "'url':'javascript:alert(1)'|/url|bad-url",
                "'language':'<b>'|/language|bad-language"
            })
    void read_badField_isRejectedWithPointer(String field, String pointer, String code) {
        Rejection rejection = Read.rejection("canonical", "{" + GOOD + "," + field + "}");
        assertThat(rejection.index()).isEqualTo(3);
        assertThat(rejection.pointer()).isEqualTo(pointer);
        assertThat(rejection.code()).isEqualTo(code);
        assertThat(rejection.reason().in(Locale.CHINA)).containsPattern("[一-龥]");
        assertThat(rejection.reason().in(Locale.US)).matches("\\p{ASCII}+");
    }

    @Test
    void read_noObject_isRejected() {
        assertThat(Read.rejection("canonical", "[1]").code()).isEqualTo("wrong-type");
        assertThat(Read.rejection("canonical", "null").pointer()).isEmpty();
    }

    @Test
    void read_longTexts_keepTheLimit() {
        String at = "x".repeat(ReviewLimits.TEXT);
        assertThat(Read.one("canonical", "{" + GOOD.replace("好", at) + "}")
                        .review()
                        .text())
                .isEqualTo(at);
        Rejection rejection = Read.rejection("canonical", "{" + GOOD.replace("好", at + "x") + "}");
        assertThat(rejection.code()).isEqualTo("too-long");
        assertThat(rejection.reason().en()).contains("20001");
    }

    @Test
    void toString_rawReview_hidesTheText() {
        assertThat(Read.one("canonical", "{" + GOOD + "}").toString()).doesNotContain("好");
    }
}
