package huisheng.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionBalanceTest {
    /** Each letter of {@code signs} is a clause of one character: + and - judge, 0 judges neither way, . does not judge. */
    private static OpinionBalance of(String signs, double unjudged) {
        Draft draft = new Draft(AnalysisRequest.of(signs));
        draft.normalised = signs;
        for (int i = 0; i < signs.length(); i++) {
            Polarity polarity = switch (signs.charAt(i)) {
                case '+' -> Polarity.POSITIVE;
                case '-' -> Polarity.NEGATIVE;
                default -> Polarity.NEUTRAL;
            };
            if (signs.charAt(i) == '.') continue;
            draft.opinions.add(new Opinion("taste", "口味", null, "x", polarity, 1, i, i + 1, false));
        }
        draft.clauses = clauses(signs.length());
        draft.sign = new Sign(
                0, signs.chars().mapToObj(c -> c == '.' ? unjudged : 0.0).toList(), -1);
        return OpinionBalance.of(draft);
    }

    private static List<Clause> clauses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Clause(i, i + 1, i, i + 1, '，'))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"+,1", "-,-1", "++-,1", "+--,-1", "-+,1", "+-,-1", "0,0", "'',0"})
    void logit_moreOfOneSign_leansThere(String signs, int sign) {
        assertThat(Math.signum(of(signs, 0).logit())).isEqualTo(sign);
    }

    @Test
    void logit_manyOpinions_isBounded() {
        assertThat(of("++++++++++", 0).logit()).isEqualTo(of("++", 0).logit());
    }

    @ParameterizedTest
    @CsvSource({"0,5.5", "00,5.5", "+,-0.5", "-,-0.5", "+0,-0.5", "+-,0", "'',0", ".,0"})
    void neutral_onlyNeutralOpinions_raised(String signs, double shift) {
        assertThat(of(signs, 0).neutral()).isEqualTo(shift);
    }

    @ParameterizedTest
    @CsvSource({"+-,1.5", "+--,2", "-+,-0.5", "++-,0", "+++-,-2.5", "-+++,-3", "---+,-3"})
    void mixed_bothSigns_followsWhatIsSaidLastAndMost(String signs, double shift) {
        assertThat(of(signs, 0).mixed(3)).isEqualTo(shift);
        assertThat(of(signs, 0).mixed(0.5)).isEqualTo(shift + 1);
    }

    @ParameterizedTest
    @CsvSource({"+.,-2,0", "+.,0,-2", "+.,2,-2", "-.,2,0", "-.,0,-2", "-.,-2,-2", ".,0,0", "0.,0,0", "+,0,-2"})
    void mixed_oneSign_needsAClauseOfTheOther(String signs, double unjudged, double shift) {
        assertThat(of(signs, unjudged).mixed(3)).isEqualTo(shift);
    }
}
