package huisheng.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageStageTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "味道不错，下次再来|zh-Hans",
                "必須回購|zh-Hant",
                "想詢問保固是從哪天起算|zh-Hant",
                "皇后里面干净|zh-Hans",
                "谁晓得这个model支持5G band吗|zh-Hans",
                "这手机yyds，nice|zh-Hans",
                "Can I use it with a 110V outlet?|en",
                "Pretty dress but runs two sizes small|en",
                "とても美味しいです|other",
                "очень вкусно|other",
                "Das ist nicht sehr gut und die Farbe|other",
                "😀👍🏻|none",
                "12345 666|none",
                "。。。|none"
            })
    void of_text_isTold(String text, String language) {
        assertThat(LanguageStage.of(text, Normalisation.normalise(text).text())).isEqualTo(language);
    }
}
