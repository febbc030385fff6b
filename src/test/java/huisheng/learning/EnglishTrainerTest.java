package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Pipeline;
import huisheng.analysis.Stage;
import huisheng.analysis.english.EnglishStages;
import huisheng.analysis.pack.Packs;
import huisheng.analysis.text.LanguageStage;
import huisheng.analysis.text.Normalisation;
import huisheng.review.Analysis;
import huisheng.review.NoiseType;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains on a handful of rows written for this test, then reads. */
class EnglishTrainerTest {
    private static final Path HOME = Path.of(".");
    private static final long SEED = 20_261_129;

    @TempDir
    private static Path folder;

    private static Pipeline pipeline;

    @BeforeAll
    static void train() throws IOException {
        Files.writeString(folder.resolve("stars.jsonl"), stars());
        Files.writeString(folder.resolve("told.jsonl"), told());
        assertThat(EnglishTrainer.train(plan(folder.resolve("stars.jsonl"), folder.resolve("told.jsonl")))
                        .files())
                .hasSize(3);
        pipeline = Pipeline.of(
                List.of(
                        new Normalisation(),
                        new LanguageStage(),
                        EnglishStages.load(HOME, folder, Packs.load(HOME.resolve("corpora"), "general"))),
                "test");
    }

    @Test
    void analyse_plainStance_hasItsSign() {
        assertThat(read("The soup is delicious").sentiment().score()).isPositive();
        assertThat(read("The soup is disgusting").sentiment().score()).isNegative();
        assertThat(read("Great taste, love it").sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void analyse_otherLanguages_areLeftAlone() {
        for (String text :
                List.of("酒很好喝，包装精美", "Das ist nicht sehr gut", "Очень хорошо", "とてもおいしいです", "👍👍", "12345")) {
            Analysis analysis = read(text);
            assertThat(analysis.sentiment().label()).isEqualTo(SentimentLabel.UNSCORED);
            assertThat(analysis.opinions()).isEmpty();
        }
    }

    @Test
    void analyse_spans_lieOnTheText() {
        Analysis analysis = read("The staff was rude, but the soup is delicious. Don't buy the bread!");
        assertThat(analysis.opinions())
                .isNotEmpty()
                .allSatisfy(opinion -> assertThat(analysis.text().substring(opinion.start(), opinion.end()))
                        .isEqualTo(opinion.opinion()));
        assertThat(analysis.opinions())
                .extracting(opinion -> opinion.polarity())
                .contains(Polarity.POSITIVE);
        assertSpans(analysis);
    }

    @Test
    void analyse_anyText_endsInTimeWithSpansOnIt() {
        Random random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            String text = "the soup is good " + random(random, 1 + random.nextInt(3_000));
            assertSpans(read(text));
        }
        String[] hard = {
            "not ".repeat(5_000), "a-".repeat(10_000), "my old my old ".repeat(1_400), "than ".repeat(4_000)
        };
        for (String text : hard) {
            long start = System.nanoTime();
            assertSpans(read(text));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed " + SEED)
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void analyse_fromManyThreads_isTheSame() {
        String text = "Never a problem with the battery, though the case is ugly and the seller ignored me";
        Analysis first = read(text);
        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> read(text)).distinct())
                .containsExactly(first);
    }

    @Test
    void notEnglish_keepsAStageOffEnglish() {
        Pipeline kept = Pipeline.of(
                List.of(new Normalisation(), new LanguageStage(), EnglishStages.notEnglish(new Marking())), "test");
        assertThat(kept.analyse(AnalysisRequest.of("。。。。。。")).noise()).isNotEmpty();
        assertThat(kept.analyse(AnalysisRequest.of("qwertyuiop")).noise()).isEmpty();
    }

    @Test
    void train_twice_givesTheSameBytes() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("english-labels.bin"));
        assertThat(EnglishTrainer.train(plan(folder.resolve("stars.jsonl"), folder.resolve("told.jsonl")))
                        .files())
                .hasSize(3);
        assertThat(Files.readAllBytes(folder.resolve("english-labels.bin"))).isEqualTo(before);
    }

    @Test
    void train_withoutWrittenRows_isRefused() {
        assertThatThrownBy(() -> EnglishTrainer.train(plan(folder.resolve("stars.jsonl"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Marks every text that it is given. */
    private static final class Marking implements Stage {
        @Override
        public Set<Layer> needs() {
            return Set.of();
        }

        @Override
        public Layer adds() {
            return Layer.NOISE;
        }

        @Override
        public void annotate(Draft draft) {
            draft.noise.add(NoiseType.FILLER);
        }
    }

    private static TrainingPlan plan(Path... corpora) throws IOException {
        return new TrainingPlan(HOME, folder, "general", Corpus.readAll(List.of(corpora)));
    }

    private static Analysis read(String text) {
        return pipeline.analyse(AnalysisRequest.of(text));
    }

    private static void assertSpans(Analysis analysis) {
        int length = analysis.text().length();
        analysis.opinions().forEach(o -> assertThat(o.start()).isBetween(0, o.end()));
        analysis.opinions().forEach(o -> assertThat(o.end()).isLessThanOrEqualTo(length));
        analysis.intents().forEach(i -> assertThat(i.end()).isBetween(i.start(), length));
        analysis.risks().forEach(r -> assertThat(r.end()).isBetween(r.start(), length));
        analysis.needs()
                .forEach(n -> assertThat(analysis.text().substring(n.start(), n.end()))
                        .isEqualTo(n.text()));
        analysis.comparisons()
                .forEach(c -> assertThat(analysis.text().substring(c.start(), c.end()))
                        .isEqualTo(c.competitor()));
        analysis.sentiment().evidence().forEach(e -> assertThat(e.end()).isBetween(e.start(), length));
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(
                    random.nextInt(4) == 0
                            ? (char) random.nextInt(Character.MAX_VALUE)
                            : (char) ('!' + random.nextInt(94)));
            if (random.nextInt(6) == 0) text.append(' ');
        }
        return text.toString();
    }

    private static String stars() {
        StringBuilder rows = new StringBuilder();
        for (String thing : List.of("soup", "phone", "dress", "hotel", "book", "bread")) {
            rows.append(star("the " + thing + " is delicious and great, love it", "pos"));
            rows.append(star("wonderful " + thing + ", works well", "pos"));
            rows.append(star("the " + thing + " is disgusting and broke, hate it", "neg"));
            rows.append(star("rude seller, ugly " + thing + ", do not buy", "neg"));
        }
        return rows.toString();
    }

    private static String star(String text, String label) {
        return "{\"text\":\"%s\",\"label\":\"%s\",\"domain\":\"d\"}%n".formatted(text, label);
    }

    private static String told() {
        StringBuilder rows = new StringBuilder();
        for (String thing : List.of("soup", "cake", "tea", "bread", "pie", "fish")) {
            rows.append(row("The " + thing + " is delicious", "positive", "taste"));
            rows.append(row("The " + thing + " tastes great", "positive", "taste"));
            rows.append(row("The " + thing + " is disgusting", "negative", "taste"));
            rows.append(row("The waiter with the " + thing + " was rude", "negative", "service"));
        }
        return rows.toString();
    }

    private static String row(String text, String sentiment, String aspect) {
        return ("{\"text\":\"%s\",\"sentiment\":\"%s\",\"language\":\"en\",\"intents\":[\"%s\"],"
                        + "\"opinions\":[{\"aspect\":\"%s\",\"polarity\":\"%s\",\"opinion\":\"%s\"}]}%n")
                .formatted(
                        text,
                        sentiment,
                        sentiment.equals("positive") ? "praise" : "complaint",
                        aspect,
                        sentiment,
                        text);
    }
}
