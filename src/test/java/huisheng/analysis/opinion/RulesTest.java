package huisheng.analysis.opinion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.Draft;
import huisheng.analysis.pack.Operator;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import huisheng.analysis.pack.SpeechPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule is tested by sentences that fire and sentences that look like it but must be read without it. */
class RulesTest {
    private static final Pack PACK = Packs.load(Path.of("corpora"), "general");
    private static final OpinionStage STAGE = new OpinionStage(PACK);
    private static final Drafts DRAFTS = new Drafts(PACK);
    /** Rules that live in code, beside the operators and patterns of the lexicons. */
    private static final List<String> IN_CODE = List.of(
            "double-negation",
            "question",
            "fact",
            "carry",
            "judged",
            "firm",
            "weak",
            "following",
            "outdone",
            "merge",
            "emoji",
            "resultative",
            "tail",
            "english");

    private record Sentence(String rule, String kind, String text, String expected) {}

    @TestFactory
    Stream<DynamicTest> sentence_isReadAsWritten() throws IOException {
        return sentences()
                .map(s -> DynamicTest.dynamicTest(s.rule() + " " + s.kind() + ": " + s.text(), () -> {
                    Draft draft = DRAFTS.of(s.text());
                    STAGE.annotate(draft);
                    List<String> found = draft.opinions.stream()
                            .map(o -> o.aspect() + "/" + o.polarity().label() + "/" + o.opinion())
                            .toList();
                    List<String> expected = s.expected().equals("-")
                            ? List.of()
                            : List.of(s.expected().split(";"));
                    assertThat(found).as("words %s", draft.tokens).isEqualTo(expected);
                    assertThat(draft.opinions)
                            .allSatisfy(o -> assertThat(s.text().substring(o.start(), o.end()))
                                    .isEqualTo(o.opinion()));
                }));
    }

    @Test
    void rules_eachHaveBothKinds() throws IOException {
        Map<String, Set<String>> kinds =
                sentences().collect(groupingBy(Sentence::rule, mapping(Sentence::kind, toSet())));
        Set<String> rules = Stream.of(
                        Stream.of(Operator.values()).map(o -> o.name().toLowerCase(Locale.ROOT)),
                        PACK.lexicon().patterns().stream().map(SpeechPattern::id),
                        IN_CODE.stream())
                .flatMap(s -> s)
                .collect(toSet());
        assertThat(kinds.keySet()).isEqualTo(rules);
        assertThat(kinds).allSatisfy((rule, both) -> assertThat(both).containsExactlyInAnyOrder("fires", "silent"));
    }

    private static Stream<Sentence> sentences() throws IOException {
        try (var in = RulesTest.class.getResourceAsStream("rules.tsv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(f -> new Sentence(f[0], f[1], f[2], f[3]));
        }
    }
}
