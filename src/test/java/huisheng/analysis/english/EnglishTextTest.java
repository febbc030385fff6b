package huisheng.analysis.english;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.pack.Packs;
import huisheng.review.Polarity;
import huisheng.review.RiskType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTextTest {
    private static EnglishReader reader;

    @BeforeAll
    static void load() throws IOException {
        reader = EnglishReader.load(Path.of("."), Packs.load(Path.of("corpora"), "general"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The soup is delicious|positive",
                "The soup is not delicious|negative",
                "Never had a problem|positive",
                "I had a problem|negative",
                "Not only delicious|positive",
                "This seller isn't rude|positive",
                "It fell apart|negative",
                "They worked great|positive"
            })
    void polarity_followsNegation(String text, String polarity) {
        EnglishText read = reader.read(text);
        assertThat(read.cues).isNotEmpty();
        assertThat(read.polarity(read.cues.getLast()).label()).isEqualTo(polarity);
    }

    @Test
    void polarity_afterTheScopesEnd_isItsOwn() {
        EnglishText read = reader.read("Not cheap, but delicious");
        assertThat(read.polarity(read.cues.getLast())).isEqualTo(Polarity.POSITIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Found mold under the lid|food-safety|false",
                "No mold, no bugs in it|food-safety|true",
                "Gave me a rash|health|false",
                "Did not give me a rash|health|true",
                "It caught fire|product-safety|false",
                "It never caught fire|product-safety|true",
                "My lawyer will call|legal|false"
            })
    void risks_areDeniedByNegation(String text, String type, boolean denied) {
        EnglishText read = reader.read(text);
        assertThat(read.risks).isNotEmpty().allSatisfy(risk -> {
            assertThat(risk.value().type().label()).isEqualTo(type);
            assertThat(RiskFinder.isDenied(read, risk)).isEqualTo(denied);
        });
    }

    @Test
    void risks_inPlainPraise_areNone() {
        assertThat(reader.read("Lovely dress, fits like a glove").risks).isEmpty();
        assertThat(RiskType.values()).hasSizeGreaterThan(3);
    }

    @Test
    void clauses_partAtSignsTurnsAndLongAnds() {
        assertThat(clauses("Color faded in the first wash and customer service ignored me"))
                .containsExactly("Color faded in the first wash", "and customer service ignored me");
        assertThat(clauses("Pretty dress but runs two sizes small"))
                .containsExactly("Pretty dress", "but runs two sizes small");
        assertThat(clauses("Sound is warm and clear, hinge feels like a toy though"))
                .startsWith("Sound is warm and clear");
    }

    private static List<String> clauses(String text) {
        EnglishText read = reader.read(text);
        return read.clauses.stream()
                .map(clause -> text.substring(read.start(clause), read.end(clause)))
                .toList();
    }
}
