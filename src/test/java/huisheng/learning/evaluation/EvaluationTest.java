package huisheng.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.analysis.AnalysisRequest;
import huisheng.learning.evaluation.Report.FileScore;
import huisheng.learning.evaluation.Report.Mistake;
import huisheng.learning.evaluation.Report.Table;
import huisheng.review.FollowupOutcome;
import huisheng.review.IntentType;
import huisheng.review.NoiseType;
import huisheng.review.Outcome;
import huisheng.review.PiiSpan;
import huisheng.review.PiiType;
import huisheng.review.Polarity;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every task on a few rows whose figures are worked out by hand. */
class EvaluationTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    private final Answers answers = new Answers();

    @TempDir
    private Path folder;

    @Test
    void sentiment_mixedLabel_isScoredByItsSign() throws IOException {
        answers.to("好").sentiment(SentimentLabel.POSITIVE, 0.9, 0.95);
        answers.to("坏").sentiment(SentimentLabel.NEGATIVE, -0.9, 0.95);
        answers.to("鲜但贵").sentiment(SentimentLabel.MIXED, 0.1, 0.6);
        answers.to("假").sentiment(SentimentLabel.POSITIVE, 0.8, 0.75);

        FileScore score = score("""
                {"text":"好","label":"pos"}
                {"text":"坏","label":"neg"}
                {"text":"鲜但贵","label":"pos"}
                {"text":"假","label":"neg"}
                {"text":"周二到","label":"neu"}
                """);

        assertThat(score.task()).isEqualTo("sentiment");
        assertThat(score.rows()).isEqualTo(4);
        assertThat(score.leftOut()).isEqualTo(1);
        assertThat(value(score, "accuracy")).isEqualTo(0.75, EXACTLY);
        // positive: 2 hits, 1 false alarm: 0.8; negative: 1 hit, 1 missed: 2/3
        assertThat(value(score, "macro-F1")).isEqualTo((0.8 + 2 / 3.0) / 2, EXACTLY);
        assertThat(value(score, "label accuracy")).isEqualTo(0.5, EXACTLY);
        // three rows with a sign: |2 - 1.9| / 3 in one bin, |0 - 0.75| / 3 in another
        assertThat(value(score, "calibration error")).isEqualTo((0.1 + 0.75) / 3, EXACTLY);
        assertThat(table(score, "label, gold by guess").lines().get("positive"))
                .containsEntry("mixed", 1)
                .containsEntry("positive", 1);
    }

    @Test
    void sentiment_unscoredText_countsAsNegativeAndNotForConfidence() throws IOException {
        answers.to("bien").sentiment(SentimentLabel.UNSCORED, 0, 0);

        FileScore score = score("{\"text\":\"bien\",\"label\":\"positive\"}\n");

        assertThat(value(score, "accuracy")).isZero();
        assertThat(score.figure("calibration error").value()).isNull();
        assertThat(table(score, "label, gold by guess").lines().get("positive")).containsEntry("unscored", 1);
    }

    @Test
    void foodSafety_healthRisk_isAComplaintOfTheClass() throws IOException {
        answers.to("有虫").risk(RiskType.FOOD_SAFETY, 1);
        answers.to("吃完拉肚子").risk(RiskType.HEALTH, 1);
        answers.to("打12315").risk(RiskType.REGULATOR, 1);
        answers.to("没有虫").risk(RiskType.FOOD_SAFETY, 1);

        FileScore score = score("""
                {"text":"有虫","label":"food_safety"}
                {"text":"吃完拉肚子","label":"food_safety"}
                {"text":"发霉","label":"food_safety"}
                {"text":"打12315","label":"other"}
                {"text":"没有虫","label":"other"}
                """);

        assertThat(value(score, "food safety precision")).isEqualTo(2 / 3.0, EXACTLY);
        assertThat(value(score, "food safety recall")).isEqualTo(2 / 3.0, EXACTLY);
        assertThat(value(score, "food safety F1")).isEqualTo(2 / 3.0, EXACTLY);
    }

    @Test
    void aspects_quadsWithFineCategories_areSetsOfGroups() throws IOException {
        answers.to("包装好，盒子也美")
                .opinion("通用-包装", null, "包装好", Polarity.POSITIVE)
                .opinion("通用-包装", null, "盒子也美", Polarity.POSITIVE)
                .opinion("通用-价格", null, "好", Polarity.POSITIVE);
        answers.to("贵").opinion("通用-价格", null, "贵", Polarity.POSITIVE);

        FileScore score = score("""
                {"text":"包装好，盒子也美","quads":[{"category":"通用-包装#美观","polarity":"pos"},\
                {"category":"通用-包装#密封性","polarity":"pos"},{"category":null,"polarity":"pos"}]}
                {"text":"贵","quads":[{"category":"通用-价格#价位","polarity":"neg"}]}
                """);

        // 2 hits, 1 false alarm; with polarity 1 hit, 2 false alarms, 1 missed
        assertThat(value(score, "aspect F1")).isEqualTo(4 / 5.0, EXACTLY);
        assertThat(value(score, "aspect and polarity F1")).isEqualTo(2 / 5.0, EXACTLY);
        assertThat(table(score, "aspect by class").lines().get("通用-价格"))
                .containsEntry("gold", 1)
                .containsEntry("guessed", 2)
                .containsEntry("precision", 0.5)
                .containsEntry("recall", 1.0);
    }

    @Test
    void aspects_listsOfCategoryAndPolarity_areRead() throws IOException {
        answers.to("动力够").opinion("动力", null, "够", Polarity.NEUTRAL);

        FileScore score = score("{\"text\":\"动力够\",\"aspects\":[[\"动力\",\"neu\",\"够\"],[\"油耗\",\"neg\",null]]}\n");

        assertThat(value(score, "aspect and polarity precision")).isEqualTo(1);
        assertThat(value(score, "aspect and polarity recall")).isEqualTo(0.5);
    }

    @Test
    void triplets_explicitTargets_matchByHalfOfTheWords() throws IOException {
        answers.to("三文鱼刺身新鲜，汤咸，服务好")
                .opinion("taste", "刺身", "新鲜", Polarity.POSITIVE)
                .opinion("taste", "汤", "咸", Polarity.POSITIVE)
                .opinion("overall", null, "好", Polarity.POSITIVE);

        FileScore score = score("""
                {"text":"三文鱼刺身新鲜，汤咸，服务好","triplets":[["三文鱼刺身","新鲜","POS"],["汤","咸","NEG"],\
                [null,"好","POS"],["服务","好","POS"],["服务","好","POS"]]}
                """);

        // gold: 三文鱼刺身, 汤, 服务; guessed: 刺身 (hit), 汤 (wrong sign)
        assertThat(value(score, "target and polarity precision")).isEqualTo(1 / 2.0, EXACTLY);
        assertThat(value(score, "target and polarity recall")).isEqualTo(1 / 3.0, EXACTLY);
        assertThat(value(score, "target F1")).isEqualTo(4 / 5.0, EXACTLY);
    }

    @Test
    void comparative_anyComparison_isAGuess() throws IOException {
        answers.to("比A牌好").comparison("A牌", Outcome.WIN);
        answers.to("比较好").comparison("好", Outcome.WIN);

        FileScore score = score("""
                {"text":"比A牌好","comparative":1}
                {"text":"不如A牌","comparative":1}
                {"text":"比较好","comparative":0}
                """);

        assertThat(value(score, "comparative F1")).isEqualTo(0.5);
    }

    @Test
    void phenomena_everyLabel_isScored() throws IOException {
        answers.to("霉了，投诉")
                .sentiment(SentimentLabel.NEGATIVE, -0.9, 0.95)
                .opinion("quality", null, "霉了", Polarity.NEGATIVE)
                .intent(IntentType.COMPLAINT)
                .intent(IntentType.CHURN)
                .risk(RiskType.FOOD_SAFETY, 2)
                .risk(RiskType.PLATFORM_COMPLAINT, 3);
        answers.to("比菜场好")
                .sentiment(SentimentLabel.NEUTRAL, 0.1, 0.5)
                .comparison("菜场", Outcome.LOSE)
                .need("菜场")
                .followup(FollowupOutcome.CONFIRMED)
                .noise(NoiseType.TEMPLATE);

        FileScore score = score("""
                {"text":"霉了，投诉","sentiment":"negative","opinions":[{"aspect":"quality","polarity":"negative","opinion":"霉"}],\
                "intents":["complaint"],"risks":[{"type":"food-safety","severity":1},{"type":"platform-complaint","severity":3}],\
                "contradiction":false,"language":"zh-Hans","groups":["risk","threat"]}
                {"text":"比菜场好","initial":"坏","sentiment":"positive","opinions":[{"aspect":"overall","polarity":"positive",\
                "opinion":"比菜场好"}],"intents":["praise"],"comparisons":[{"competitor":"菜场摊位","outcome":"win"}],\
                "needs":[{"text":"比菜场好"}],"contradiction":true,"followup":"reversed","language":"zh-Hant","groups":["plain"]}
                """);

        assertThat(value(score, "sentiment accuracy")).isEqualTo(0.5);
        // negative 1, positive 0, neutral guessed in vain 0
        assertThat(value(score, "sentiment macro-F1")).isEqualTo(1 / 3.0, EXACTLY);
        assertThat(value(score, "intents F1")).isEqualTo(0.5);
        assertThat(value(score, "risk types recall")).isEqualTo(1);
        assertThat(value(score, "risk severity accuracy")).isEqualTo(0.5);
        assertThat(value(score, "comparisons F1")).isZero();
        assertThat(value(score, "comparisons F1, any outcome")).isEqualTo(1);
        assertThat(value(score, "noise F1")).isZero();
        assertThat(value(score, "opinions F1")).isEqualTo(2 / 3.0, EXACTLY);
        assertThat(value(score, "opinions F1, overlapping")).isEqualTo(2 / 3.0, EXACTLY);
        assertThat(value(score, "needs presence F1")).isEqualTo(1);
        assertThat(value(score, "followup accuracy")).isZero();
        assertThat(score.figure("followup accuracy").n()).isEqualTo(1);
        assertThat(value(score, "contradiction accuracy")).isEqualTo(0.5);
        assertThat(value(score, "language accuracy")).isEqualTo(0.5);
        assertThat(table(score, "phenomena").lines().keySet()).containsExactly("plain", "risk");
        assertThat(table(score, "phenomena").lines().get("risk"))
                .containsEntry("rows", 1)
                .containsEntry("sentiment", 1.0);
    }

    @Test
    void phenomena_samePolarityElsewhere_doesNotOverlap() throws IOException {
        answers.to("鞋底软，鞋带也软").opinion("quality", null, "鞋带也软", Polarity.POSITIVE);

        FileScore score = score("""
                {"text":"鞋底软，鞋带也软","sentiment":"positive","opinions":[{"aspect":"quality","polarity":"positive",\
                "opinion":"鞋底软"}],"groups":["plain"]}
                """);

        assertThat(value(score, "opinions F1")).isEqualTo(1);
        assertThat(value(score, "opinions F1, overlapping")).isZero();
    }

    @Test
    void phenomena_personalData_isMaskedByTheCaller() throws IOException {
        UnaryOperator<AnalysisRequest> mask = raw -> new AnalysisRequest(
                raw.id(),
                raw.text().replace("18800000001", "***********"),
                raw.rating(),
                raw.initial(),
                raw.product(),
                List.of(new PiiSpan(PiiType.PHONE, 2, 13)));
        Path file = write("a.jsonl", """
                {"text":"电话18800000001","sentiment":"positive","pii":[{"type":"phone","text":"18800000001"}],"groups":["pii"]}
                """);

        FileScore score = new Evaluation(answers, mask, 0, 5)
                .report(List.of(file))
                .files()
                .getFirst();

        assertThat(value(score, "pii types F1")).isEqualTo(1);
        assertThat(value(score, "pii exact F1")).isEqualTo(1);
        assertThat(score.errors()).extracting(Mistake::text).containsExactly("电话***********");
    }

    @Test
    void errors_surestFirst_namesWhatDiffers() throws IOException {
        answers.to("一").sentiment(SentimentLabel.POSITIVE, 0.2, 0.6);
        answers.to("二").sentiment(SentimentLabel.POSITIVE, 0.9, 0.99);
        answers.to("三").sentiment(SentimentLabel.NEGATIVE, -0.9, 0.99);
        Path file = write("a.jsonl", """
                {"id":"x1","text":"一","label":"neg"}
                {"id":"x2","text":"二","label":"neg"}
                {"id":"x3","text":"三","label":"neg"}
                """);

        Report report = new Evaluation(answers, UnaryOperator.identity(), 0, 1).report(List.of(file));

        assertThat(report.files().getFirst().errors())
                .containsExactly(new Mistake(
                        "x2", "二", "sign: negative; label: negative", "sign: positive; label: positive", 0.99));
        assertThat(report.text()).contains("x2 (0.9900) 二").doesNotContain("三");
    }

    @Test
    void report_onAnyNumberOfCores_isTheSame() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            answers.to("t" + i).sentiment(SentimentLabel.POSITIVE, i % 3 - 1, (i % 10) / 10.0);
            rows.append("{\"text\":\"t%d\",\"label\":\"%s\"}\n".formatted(i, i % 2 == 0 ? "pos" : "neg"));
        }
        Path file = write("a.jsonl", rows.toString());
        Evaluation evaluation = new Evaluation(answers, UnaryOperator.identity(), 100, 20);

        assertThat(evaluation.report(List.of(file)).json())
                .isEqualTo(evaluation.report(List.of(file)).json());
        Report.Figure accuracy =
                evaluation.report(List.of(file)).files().getFirst().figure("accuracy");
        assertThat(accuracy.low()).isLessThan(accuracy.value());
        assertThat(accuracy.high()).isGreaterThan(accuracy.value());
    }

    @Test
    void report_folder_isOneSetOfPlainAndGzippedFiles() throws IOException {
        write("a.jsonl", "{\"text\":\"好\",\"label\":\"pos\"}\n");
        write("README.md", "not a row");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.jsonl.gz")))) {
            out.write("{\"text\":\"坏\",\"label\":\"neg\"}\n".getBytes(StandardCharsets.UTF_8));
        }

        FileScore score = Evaluation.of(answers).report(List.of(folder)).files().getFirst();

        assertThat(score.rows()).isEqualTo(2);
        assertThat(score.file()).isEqualTo(String.valueOf(folder.getFileName()));
    }

    @Test
    void report_unusableFiles_areRefusedWithTheirPlace() throws IOException {
        Evaluation evaluation = Evaluation.of(answers);
        Path unknown = write("unknown.jsonl", "{\"text\":\"好\",\"mood\":1}\n");
        Path broken = write("broken.jsonl", "{\"text\":\"好\",\"label\":\"pos\"}\n{\"text\":\"秘密\n");
        Path textless = write("textless.jsonl", "{\"label\":\"pos\"}\n");

        assertThatThrownBy(() -> evaluation.report(List.of(unknown)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unknown: no row has");
        assertThatThrownBy(() -> evaluation.report(List.of(broken)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.jsonl:2")
                .hasMessageNotContaining("秘密");
        assertThatThrownBy(() -> evaluation.report(List.of(textless))).hasMessageContaining("textless.jsonl:1");
        assertThatThrownBy(() -> evaluation.report(List.of(folder.resolve("none"))))
                .hasMessageContaining("no file at");
    }

    private FileScore score(String rows) throws IOException {
        return Evaluation.of(answers)
                .report(List.of(write("a.jsonl", rows)))
                .files()
                .getFirst();
    }

    @CanIgnoreReturnValue
    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Double value(FileScore score, String figure) {
        return Objects.requireNonNull(score.figure(figure).value(), figure);
    }

    private static Table table(FileScore score, String title) {
        return score.tables().stream()
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
