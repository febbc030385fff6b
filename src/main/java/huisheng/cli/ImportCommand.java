package huisheng.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.channel.Connector;
import huisheng.channel.Mapping;
import huisheng.channel.Message;
import huisheng.channel.Payload;
import huisheng.channel.Reading;
import huisheng.channel.Rejection;
import huisheng.channel.file.ReviewFile;
import huisheng.channel.file.ReviewRow;
import huisheng.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Pushes a file to a running service, as a connector would. What was acknowledged is noted in the working folder, so the
 * same command goes on where it stopped; what was refused is written there with the reason.
 */
@Command(
        name = "import",
        description = {"Pushes a CSV, XLSX, JSON or NDJSON file to the running service.", "把文件导入正在运行的服务。"},
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int BATCH = 500;

    @Parameters(paramLabel = "FILE", description = ".csv .xlsx .json .ndjson .jsonl, also with .gz")
    private @Nullable Path file;

    @Option(
            names = "--mapping",
            defaultValue = "canonical",
            description = "name of a built-in mapping or a YAML file (default: ${DEFAULT-VALUE})")
    private String mapping = "canonical";

    @Mixin
    private ApiClient api = new ApiClient();

    @Option(names = "--set", description = "field=value for every review, for example brand=A")
    private @Nullable Map<String, String> constants;

    @Option(names = "--restart", description = "begin again at the first row")
    private boolean restart;

    /** One time for the whole file, so that rows without a time of their own agree. */
    private final Instant now = Instant.now();

    private final Map<String, String> defaults = new HashMap<>();
    private long refused;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path source = Objects.requireNonNull(file);
        Path progress = state(source, ".progress");
        Path rejects = state(source, ".rejects.ndjson");
        long done = restart || !Files.exists(progress)
                ? 0
                : Long.parseLong(Files.readString(progress).strip());
        if (done == 0) Files.deleteIfExists(rejects);
        Mapping chosen = chosen();
        Connector reader = chosen.reader();
        defaults.putAll(chosen.constants());
        if (constants != null) defaults.putAll(constants);
        long sent = 0;
        try (ReviewFile rows = ReviewFile.open(source, chosen);
                BufferedWriter out =
                        Files.newBufferedWriter(rejects, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                ProgressBar bar = new ProgressBarBuilder()
                        .setTaskName("导入 import")
                        .setInitialMax(-1)
                        .build()) {
            List<ReviewRow> batch = new ArrayList<>(BATCH);
            while (rows.hasNext()) {
                ReviewRow row = rows.next();
                if (row.number() <= done) continue;
                batch.add(row);
                if (batch.size() == BATCH || !rows.hasNext()) {
                    push(batch, reader, out);
                    Files.writeString(progress, Long.toString(batch.getLast().number()));
                    sent += batch.size();
                    bar.stepTo(sent);
                    batch.clear();
                }
            }
        }
        Files.deleteIfExists(progress);
        if (refused == 0) Files.deleteIfExists(rejects);
        System.out.println(sent + " rows sent, " + refused + " refused" + (refused > 0 ? " (" + rejects + ")" : ""));
        return refused == 0 ? 0 : 2;
    }

    /** In the working folder: that of the file may be read-only. */
    private static Path state(Path file, String ending) {
        return Path.of(file.getFileName() + ending);
    }

    private Mapping chosen() throws IOException {
        return Mapping.NAMES.contains(mapping)
                ? Mapping.named(mapping)
                : Mapping.parse(Files.readString(Path.of(mapping)));
    }

    /** A review to send and the row that it stands in. */
    private record Sent(long row, JsonNode review) {}

    private void push(List<ReviewRow> rows, Connector reader, BufferedWriter rejects)
            throws IOException, InterruptedException {
        List<Sent> sent = new ArrayList<>(rows.size());
        for (ReviewRow row : rows) read(row, reader, sent, rejects);
        if (!sent.isEmpty()) {
            JsonNode answer = api.post(
                    "/api/v1/reviews",
                    Json.write(sent.stream().map(Sent::review).toList()));
            for (JsonNode result : answer.path("results")) {
                if (!result.path("status").asText().equals("rejected")) continue;
                long row = sent.get(result.path("index").asInt()).row();
                reject(
                        rejects,
                        row,
                        result.path("reason").asText(),
                        result.path("pointer").asText());
            }
        }
        rejects.flush();
    }

    private void read(ReviewRow row, Connector reader, List<Sent> sent, BufferedWriter rejects) throws IOException {
        JsonNode item = row.item();
        if (item == null) {
            Message problem = Objects.requireNonNull(row.problem());
            reject(rejects, row.number(), problem.in(Locale.getDefault()), "");
            return;
        }
        Payload payload = new Payload(0, item, now, defaults);
        Reading reading = reader.read(payload);
        for (Rejection rejection : reading.rejections()) {
            reject(rejects, row.number(), rejection.reason().in(Locale.getDefault()), rejection.pointer());
        }
        reading.reviews()
                .forEach(raw -> sent.add(new Sent(row.number(), CanonicalJson.of(raw.review(), raw.userId()))));
    }

    private void reject(BufferedWriter out, long row, String reason, String pointer) throws IOException {
        refused++;
        out.write(Json.write(Map.of("row", row, "reason", reason, "pointer", pointer)));
        out.newLine();
    }
}
