package huisheng.analysis.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final Map<String, Form> FORMS = forms();

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put("比", Degrees.THAN);
        forms.put("没有", Degrees.NOT_AS);
        forms.put("不亚于", Verbs.AS_GOOD);
        forms.put("吊打", Verbs.OUTDOES);
        forms.put("输给", Verbs.OUTDONE);
        forms.put("高于", Verbs.EXCEEDS);
        forms.put("连矿泉水都不如", Verbs.EVEN);
        forms.put("没什么区别", Besides.EQUAL);
        forms.put("不一样", Besides.UNEQUAL);
        forms.put("相比之下", Besides.SIDE_BY_SIDE);
        forms.put("还不如去", Choices.RATHER);
        forms.put("终究还是远山", Choices.AFTER_ALL);
        forms.put("与其买北垛不如买远山", Choices.EITHER);
        forms.put("从北垛换过来", Choices.FROM);
        forms.put("以前一直喝北垛", Subjects.USED);
        return forms;
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(FORMS.keySet());
        for (String folder : List.of("challenge", "written")) {
            try (Stream<Path> files = Files.list(Path.of("corpora", folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                    for (String line : Files.readAllLines(file)) {
                        if (!line.isBlank())
                            texts.add(
                                    Json.read(line, JsonNode.class).path("text").asText());
                    }
                }
            }
        }
        return texts;
    }

    @Test
    void form_matchesItsSample() {
        FORMS.forEach(
                (sample, form) -> assertTrue(form.pattern().matcher(sample).find(), sample));
    }

    @Test
    void form_isTriedOnAllThatItsExpressionMatches() throws IOException {
        List<String> missed = new ArrayList<>();
        for (String text : texts()) {
            long marks = Marks.of(text, 0, text.length());
            for (Form form : FORMS.values()) {
                if (!form.mayMatch(marks) && form.pattern().matcher(text).find()) missed.add(text + form);
            }
        }
        assertEquals(List.of(), missed);
    }

    @Test
    void form_isNotTriedWithoutItsMarks() {
        String text = "酒很好喝，物流也快";
        long marks = Marks.of(text, 0, text.length());
        for (Form form : FORMS.values()) assertFalse(form.mayMatch(marks));
    }

    @Test
    void marks_refuseUnknownCharacters() {
        assertThrows(IllegalArgumentException.class, () -> Form.of("酒", "酒"));
    }
}
