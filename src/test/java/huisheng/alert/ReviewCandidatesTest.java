package huisheng.alert;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.alert.rule.Hit;
import huisheng.index.Sample;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReviewCandidatesTest {
    @Test
    void said_cutWithinAnEmoji_keepsItWholeOrLeavesItOut() {
        String before = "😀".repeat(15) + "。";
        String text = before + "难喝" + "😡".repeat(60);
        Hit hit = new Hit(Alerting.rule(1, LifeOfAlerts.ONE_STAR), before.length(), before.length() + 2);
        String said = Objects.requireNonNull(
                ReviewCandidates.of(hit, Sample.review(1).text(text).analysed()).said());
        assertThat(said).startsWith("…😀").contains("。难喝😡").endsWith("😡…");
        assertThat(said.codePoints()).noneMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
    }
}
