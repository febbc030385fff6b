package huisheng.analysis.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void of_contraction_isTwoWordsOnTheText() {
        String text = "I don't like these well-made shoes. They're 5\" long!";
        List<Word> words = Words.of(text);
        assertThat(words).extracting(Word::lower).contains("do", "n't", "well", "-", "made", "shoes", "'re");
        assertThat(words)
                .allSatisfy(word -> assertThat(
                                text.substring(word.start(), word.end()).toLowerCase(java.util.Locale.ROOT))
                        .isEqualTo(word.lower()));
    }

    @Test
    void of_forms_haveTheirLemma() {
        assertThat(Words.of("buckles were breaking")).extracting(Word::lemma).containsExactly("buckle", "be", "break");
    }

    @Test
    void of_twoSentences_areNumbered() {
        assertThat(Words.of("It broke. I cried.")).extracting(Word::sentence).containsExactly(0, 0, 0, 1, 1, 1);
    }

    @Test
    void of_masksAndEmoji_keepTheirOffsets() {
        String text = "Call ***********, it’s great 👍👍 really";
        assertThat(Words.of(text))
                .allSatisfy(word ->
                        assertThat(text.substring(word.start(), word.end())).hasSameSizeAs(word.lower()))
                .extracting(Word::lower)
                .contains("'s", "great", "really");
    }

    @Test
    void of_unbrokenRun_isReadInBoundedTime() {
        assertThat(Words.of("a".repeat(20_000))).isNotEmpty();
        assertThat(Words.of("www.".repeat(5_000))).isNotEmpty();
    }
}
