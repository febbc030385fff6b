package huisheng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GrammarTest {
    private static final Pattern SLOT = Pattern.compile("<([^<>]+)>");
    private static final Set<String> SITUATION = Set.of("酒", "品", "度", "香型", "地", "对手", "d", "单价", "小钱");
    private final Grammar grammar = Grammar.read(Corpora.FOLDER);

    @Test
    void templates_distinct_atLeastFourHundred() {
        assertThat(grammar.templates()).hasSizeGreaterThanOrEqualTo(400);
    }

    @Test
    void templates_all_useKnownSlots() {
        assertThat(grammar.templates()).allSatisfy(template -> {
            Matcher slots = SLOT.matcher(template);
            while (slots.find()) {
                assertThat(SITUATION.contains(slots.group(1)) || grammar.slots().containsKey(slots.group(1)))
                        .as("slot %s of %s", slots.group(1), template)
                        .isTrue();
            }
        });
    }

    @Test
    void templates_none_standTwice() {
        assertThat(grammar.clauses().stream().flatMap(c -> c.clauses().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void brands_none_namedByTheGrammarOutsideEvents() {
        assertThat(grammar.templates()).noneMatch(t -> t.contains("砚鹭") || t.contains("北垛"));
    }
}
