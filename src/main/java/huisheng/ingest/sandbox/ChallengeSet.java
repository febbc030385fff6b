package huisheng.ingest.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.json.Json;
import huisheng.review.Analysis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The labelled sentences of {@code corpora/challenge}, by which a changed pack is measured: JSON lines with {@code text}
 * and labels, a missing list meaning none. Blocks.
 */
final class ChallengeSet {
    private static final int MAX_ROWS = 5_000;
    private static final int IDS = 10;

    private final List<JsonNode> rows;

    private ChallengeSet(List<JsonNode> rows) {
        this.rows = rows;
    }

    static ChallengeSet read(Path folder) {
        List<JsonNode> rows = new ArrayList<>();
        if (!Files.isDirectory(folder)) return new ChallengeSet(rows);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) add(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ChallengeSet(rows);
    }

    private static void add(Path file, List<JsonNode> rows) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || rows.size() == MAX_ROWS) continue;
            try {
                JsonNode row = Json.MAPPER.readTree(line);
                if (row.path("text").isTextual()) rows.add(row);
            } catch (JsonProcessingException e) {
                throw new IOException(file.getFileName() + " has a line that is no JSON", e);
            }
        }
    }

    /** Null where there are no sentences. */
    PackPreview.@Nullable Challenge measure(Pipeline before, Pipeline after) {
        if (rows.isEmpty()) return null;
        Tally tally = new Tally();
        for (JsonNode row : rows) tally.add(row, before.analyse(request(row)), after.analyse(request(row)));
        return tally.result();
    }

    private static AnalysisRequest request(JsonNode row) {
        return new AnalysisRequest(
                null,
                row.path("text").asText(),
                row.path("rating").isInt() ? Integer.valueOf(row.path("rating").intValue()) : null,
                row.path("initial").textValue(),
                row.path("product").textValue(),
                List.of());
    }

    /** Counts over the rows. */
    private static final class Tally {
        private final List<LabelScore> scores = List.of(
                new LabelScore(
                        "opinions",
                        row -> pairs(row),
                        a -> texts(
                                a.opinions(),
                                o -> o.aspect() + ":" + o.polarity().label())),
                new LabelScore(
                        "intents",
                        row -> labels(row, "intents"),
                        a -> texts(a.intents(), i -> i.type().label())),
                new LabelScore(
                        "risks",
                        row -> labels(row, "risks"),
                        a -> texts(a.risks(), r -> r.type().label())),
                new LabelScore("noise", row -> labels(row, "noise"), a -> texts(a.noise(), n -> n.label())));
        private final List<String> fixed = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();
        private int rows;
        private int changed;
        private int rightBefore;
        private int rightAfter;

        void add(JsonNode row, Analysis before, Analysis after) {
            rows++;
            for (Finding kind : Finding.values()) {
                if (kind.of(before).equals(kind.of(after))) continue;
                changed++;
                break;
            }
            String gold = row.path("sentiment").asText("neutral");
            boolean was = gold.equals(before.sentiment().label().label());
            boolean is = gold.equals(after.sentiment().label().label());
            if (was) rightBefore++;
            if (is) rightAfter++;
            if (is && !was) fixed.add(row.path("id").asText());
            if (was && !is) broken.add(row.path("id").asText());
            scores.forEach(score -> score.add(row, before, after));
        }

        PackPreview.Challenge result() {
            List<PackPreview.Measure> measures = new ArrayList<>();
            measures.add(new PackPreview.Measure(
                    "sentiment", rows, rightBefore / (double) rows, rightAfter / (double) rows));
            scores.stream().map(LabelScore::measure).forEach(measures::add);
            return new PackPreview.Challenge(
                    rows, changed, measures, fixed.size(), broken.size(), first(fixed), first(broken));
        }

        private static List<String> first(List<String> ids) {
            return ids.subList(0, Math.min(IDS, ids.size()));
        }

        private static Set<String> pairs(JsonNode row) {
            Set<String> pairs = new HashSet<>();
            for (JsonNode item : row.path("opinions")) {
                pairs.add(item.path("aspect").asText() + ":"
                        + item.path("polarity").asText());
            }
            return pairs;
        }

        private static Set<String> labels(JsonNode row, String field) {
            Set<String> labels = new HashSet<>();
            for (JsonNode item : row.path(field)) {
                labels.add(
                        item.isTextual() ? item.textValue() : item.path("type").asText());
            }
            return labels;
        }

        private static <T> Set<String> texts(java.util.Collection<T> items, Function<T, String> text) {
            Set<String> texts = new HashSet<>();
            items.forEach(item -> texts.add(text.apply(item)));
            return texts;
        }
    }
}
