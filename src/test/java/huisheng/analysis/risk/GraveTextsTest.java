package huisheng.analysis.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.json.Json;
import huisheng.review.Analysis;
import huisheng.review.Risk;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seventy made-up texts of people who were hurt or cheated, many of them told without a bad word, and as many harmless twins
 * with the same words: rows as in {@code corpora/challenge}, with {@code risks} for the grave ones. Rows above 100 were
 * written before the rules were: of their 24 grave ones 19 were told when they were first looked at, against 10 without.
 */
class GraveTextsTest {
    private static final Logger LOG = LoggerFactory.getLogger(GraveTextsTest.class);
    private static final Map<JsonNode, Analysis> GRAVE = new LinkedHashMap<>();
    private static final Map<JsonNode, Analysis> HARMLESS = new LinkedHashMap<>();
    private static Pipeline pipeline;

    @BeforeAll
    static void read() throws IOException {
        pipeline = PipelineFactory.load(Path.of("."), "general");
        try (var in = Objects.requireNonNull(GraveTextsTest.class.getResourceAsStream("grave.jsonl"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode row = Json.read(line, JsonNode.class);
                (row.has("risks") ? GRAVE : HARMLESS)
                        .put(row, read(row.path("text").asText()));
            }
        }
    }

    private static Analysis read(String text) {
        return pipeline.analyse(AnalysisRequest.of(text));
    }

    private static boolean isTold(JsonNode row, Analysis analysis) {
        for (JsonNode wanted : row.path("risks")) {
            for (Risk risk : analysis.risks()) {
                if (risk.type().label().equals(wanted.path("type").asText())
                        && risk.severity() <= wanted.path("severity").asInt()) return true;
            }
        }
        return false;
    }

    private static List<String> misses(Map<JsonNode, Analysis> rows, BiPredicate<JsonNode, Analysis> miss) {
        List<String> misses = new ArrayList<>();
        rows.forEach((row, analysis) -> {
            if (miss.test(row, analysis)) misses.add(row.path("text").asText());
        });
        return misses;
    }

    /** Of 70, 46 were told before plights were read. */
    @Test
    void risks_graveTexts_areTold() {
        List<String> missed = misses(GRAVE, (row, analysis) -> !isTold(row, analysis));
        LOG.info("told {} of {}; missed {}", GRAVE.size() - missed.size(), GRAVE.size(), missed);
        assertThat(GRAVE).hasSize(70);
        assertThat(missed).hasSizeLessThanOrEqualTo(5);
    }

    /** Of 70, 10 were positive before. */
    @Test
    void sentiment_graveTexts_isNotPositive() {
        List<String> praised =
                misses(GRAVE, (row, analysis) -> analysis.sentiment().label() == SentimentLabel.POSITIVE);
        assertThat(praised).hasSizeLessThanOrEqualTo(2);
    }

    /** Of 70, 4 woke somebody before. */
    @Test
    void risks_harmlessTwins_wakeNobody() {
        List<String> waking =
                misses(HARMLESS, (row, analysis) -> analysis.risks().stream().anyMatch(risk -> risk.severity() == 1));
        LOG.info("of {} harmless texts {} would wake somebody: {}", HARMLESS.size(), waking.size(), waking);
        assertThat(HARMLESS).hasSize(70);
        assertThat(waking).hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "昨晚小酌两杯，食物中毒，住院三天，孩子都吓哭了",
                "味道真不错，就是喝完上吐下泻，一家人都进了医院",
                "包装好看，好喝，结果喝到一块碎玻璃",
                "瓶子炸了，缝了五针",
                "口感很好，第二天一桌人洗胃"
            })
    void plight_ofWhoeverWrites_isOfTheFirstLevelAndNotPraise(String text) {
        Analysis analysis = read(text);
        assertThat(analysis.risks()).extracting(Risk::severity).contains(1);
        assertThat(analysis.sentiment().label()).isNotEqualTo(SentimentLabel.POSITIVE);
        assertThat(analysis.sentiment().score()).isNegative();
        for (Risk risk : analysis.risks())
            assertThat(text.substring(risk.start(), risk.end())).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "朋友说吃这个会食物中毒，我吃了没事",
                "听说喝多了要洗胃，其实一点事没有",
                "不会上吐下泻，放心吃",
                "以前在别家吃得上吐下泻，这家干净",
                "香得我快昏过去了，好喝",
                "墙上的钉子一敲就进，好用",
                "给急诊挂水那阵照顾我的护士买的，她很喜欢"
            })
    void plight_heardFearedElsewhereOrAFigureOfSpeech_isNone(String text) {
        assertThat(read(text).risks()).extracting(Risk::severity).doesNotContain(1);
    }
}
