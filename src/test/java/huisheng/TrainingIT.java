package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.cli.Commands;
import huisheng.review.Analysis;
import huisheng.review.Polarity;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import huisheng.store.EmbeddedDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Corrections from the call through their export and a training to the next analysis. */
class TrainingIT {
    /** What people say of reviews that the shipped models misread; 扣杯 is what drinkers call a liquor that clings to the glass. */
    private static final Map<String, String> CORRECTIONS = new TreeMap<>(
            Map.of(
                    "扣杯蜜线，老酒客都懂",
                    "{\"sentiment\":\"positive\",\"opinions\":[{\"aspect\":\"body\",\"polarity\":\"positive\",\"opinion\":\"扣杯蜜线\"}],"
                            + "\"risks\":[]}",
                    "这酒真是顶流扣杯，不用多说",
                    "{\"sentiment\":\"positive\",\"opinions\":[{\"aspect\":\"body\",\"polarity\":\"positive\",\"opinion\":\"顶流扣杯\"}]}",
                    "喝完舌头像被砂纸打过，一宿没缓过来",
                    "{\"sentiment\":\"negative\",\"risks\":[{\"type\":\"health\",\"severity\":1}],\"intents\":[\"complaint\"]}",
                    "朋友喝完嘴唇像被砂纸打过，半天没缓过来",
                    "{\"sentiment\":\"negative\",\"risks\":[{\"type\":\"health\",\"severity\":1}],\"intents\":[\"complaint\"]}"));

    /** Fewer rows than are shipped hold the models in place, which saves time. */
    private static final int WRITTEN = 900;

    private static final String UNTOUCHED = "口感绵柔，很满意";

    private final Path folder = LocalService.folder("training");

    TrainingIT() throws IOException {}

    @Test
    void corrections_exportedAndTrained_areFollowedByTheNextAnalysis() throws Exception {
        Path corpus = Files.writeString(folder.resolve("corrections.jsonl"), corrections());
        assertThat(Files.readAllLines(corpus)).hasSize(CORRECTIONS.size());
        Path home = home("home");
        Pipeline before = PipelineFactory.load(home, "baijiu");
        assertThat(CORRECTIONS.keySet())
                .anySatisfy(text -> assertThat(follows(before, text)).isFalse());

        for (String model : List.of("sentiment", "risk", "aspects")) train(home, model, "baijiu", corpus);

        Pipeline after = PipelineFactory.load(home, "baijiu");
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(CORRECTIONS.keySet())
                .allSatisfy(text -> assertThat(follows(after, text)).as(text).isTrue());
        Analysis kin = read(after, "晚上喝的，舌头像被砂纸打过");
        assertThat(kin.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(kin.risks()).extracting(risk -> risk.type()).contains(RiskType.HEALTH);
        assertThat(read(after, UNTOUCHED).sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(read(after, UNTOUCHED).risks()).isEmpty();
        assertThat(Files.readString(home.resolve("models/labels.card.md")))
                .contains("Then: `./huisheng train labels --pack baijiu --corpus corrections.jsonl`")
                .contains("| corrections | 4 |")
                .doesNotContain(folder.toString());
    }

    @Test
    void opinionsOfAPackWithModels_areLearnedOnTop() throws Exception {
        String text = "瓶身像矿泉水瓶";
        Path corpus = Files.writeString(
                folder.resolve("own.jsonl"),
                "{\"text\":\"" + text
                        + "\",\"opinions\":[{\"aspect\":\"packaging\",\"polarity\":\"negative\",\"opinion\":\"像矿泉水瓶\"}]}\n");
        Path home = home("cosmetics");
        assertThat(read(PipelineFactory.load(home, "cosmetics"), text).opinions())
                .isEmpty();
        Analysis other = read(PipelineFactory.load(home, "cosmetics"), "物流很快，味道好闻");
        train(home, "aspects", "cosmetics", corpus);
        Pipeline after = PipelineFactory.load(home, "cosmetics");
        assertThat(read(after, text).opinions())
                .extracting(o -> o.aspect() + " " + o.polarity().label())
                .containsExactly("packaging negative");
        assertThat(read(after, "物流很快，味道好闻").opinions())
                .extracting(o -> o.aspect() + " " + o.polarity())
                .isEqualTo(other.opinions().stream()
                        .map(o -> o.aspect() + " " + o.polarity())
                        .toList());
    }

    /** The corpus that the service writes. */
    private String corrections() throws Exception {
        try (LocalService service = LocalService.start(folder.resolve("data"), EmbeddedDatabases.url())) {
            List<String> texts = List.copyOf(CORRECTIONS.keySet());
            List<Map<String, Object>> reviews = IntStream.range(0, texts.size())
                    .mapToObj(i -> LocalService.review("t" + i, texts.get(i), i + 1))
                    .toList();
            assertThat(service.push(reviews).path("accepted").asInt()).isEqualTo(reviews.size());
            service.settle();
            for (JsonNode hit :
                    service.get(service.key(), "/api/v1/reviews?noise=include").path("hits")) {
                String path = "/api/v1/reviews/" + hit.path("id").asText() + "/correction";
                String labels = CORRECTIONS.getOrDefault(hit.at("/review/text").asText(), "");
                assertThat(service.put(path, labels).has("correction")).isTrue();
            }
            return service.send(service.request(service.key(), "/api/v1/corrections"))
                    .body();
        }
    }

    /** An installation of its own. */
    private Path home(String name) throws IOException {
        Path home = folder.resolve(name);
        copy(Path.of("models"), home.resolve("models"));
        for (String kind : List.of("packs", "lexicons"))
            copy(Path.of("corpora", kind), home.resolve("corpora/" + kind));
        Path written = Files.createDirectories(home.resolve("corpora/written"));
        List<String> rows = Files.readAllLines(Path.of("corpora/written/part-1.jsonl"));
        assertThat(Files.write(written.resolve("part-1.jsonl"), rows.subList(0, WRITTEN)))
                .exists();
        return home;
    }

    private static void copy(Path from, Path to) throws IOException {
        Path made = Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            files.forEach(file -> {
                try {
                    assertThat(Files.copy(file, made.resolve(file.getFileName())))
                            .exists();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void train(Path home, String model, String pack, Path corpus) {
        int code = Commands.run(
                home,
                settings -> {
                    throw new IllegalStateException("training starts no service");
                },
                "train",
                model,
                "--pack",
                pack,
                "--corpus",
                corpus.toString());
        assertThat(code).as(model).isZero();
    }

    private static boolean follows(Pipeline pipeline, String text) {
        Analysis analysis = read(pipeline, text);
        boolean health = analysis.risks().stream().anyMatch(risk -> risk.type() == RiskType.HEALTH);
        if (text.contains("扣杯")) {
            return analysis.sentiment().label() == SentimentLabel.POSITIVE
                    && !health
                    && analysis.opinions().stream()
                            .anyMatch(o -> o.opinion().contains("扣杯")
                                    && o.aspect().equals("body")
                                    && o.polarity() == Polarity.POSITIVE);
        }
        return analysis.sentiment().label() == SentimentLabel.NEGATIVE && health;
    }

    private static Analysis read(Pipeline pipeline, String text) {
        return pipeline.analyse(AnalysisRequest.of(text));
    }
}
