package huisheng.analysis.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runs with the profile corenlp-english only: {@code ./huisheng verify-deep}. */
class DeepTextIT {
    private static final DeepReader READER = new DeepReader();

    @Test
    void read_namesInEnglish_lieOnTheText() {
        String text = "Maria Jones from Samsung called me back. I bought it in Toronto.";
        DeepReading reading = Objects.requireNonNull(READER.read("en", text));
        assertThat(reading.names())
                .extracting(name -> name.type() + " " + name.text())
                .contains("person Maria Jones", "organization Samsung", "location Toronto");
        assertThat(reading.names())
                .allSatisfy(name ->
                        assertThat(text.substring(name.start(), name.end())).isEqualTo(name.text()));
    }

    @Test
    void read_praiseAndBlame_haveTheirSigns() {
        assertThat(tone("This is a wonderful phone and I love it.").score()).isPositive();
        assertThat(tone("This is a terrible phone and I hate it.").score()).isNegative();
    }

    @Test
    void read_languageWithoutModels_isLeftAlone() {
        assertThat(READER.read("other", "Das ist sehr gut")).isNull();
        assertThat(READER.read(null, "👍")).isNull();
        assertThat(READER.read("en", "  ")).isNull();
    }

    private static DeepReading.Tone tone(String text) {
        return Objects.requireNonNull(
                Objects.requireNonNull(READER.read("en", text)).sentiment());
    }
}
