package huisheng.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.deep.DeepReader;
import huisheng.analysis.deep.DeepReading;
import huisheng.json.Json;
import huisheng.privacy.Masked;
import huisheng.privacy.Masker;
import huisheng.review.Analysis;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One analysis a line for one review a line, in order, with neither server nor database. */
@Command(
        name = "analyze",
        description = {
            "Reads reviews on standard input, one a line: {\"id\", \"text\", \"rating\"?, \"initial\"?, \"product\"?} or plain"
                    + " text. Writes one analysis a line, in the same order.",
            "从标准输入逐行读取评论（JSON 或纯文本），按原顺序逐行输出分析结果。"
        },
        mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
    /** Lines read ahead: enough to keep every thread busy, few enough to keep memory flat. */
    private static final int AHEAD = 512;

    private static final Masker MASKER = new Masker();

    private final Path home;

    @Option(names = "--pack", defaultValue = "general", description = "aspect pack (default: ${DEFAULT-VALUE})")
    private String pack = "general";

    @Option(names = "--threads", description = "default: one per core")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--deep",
            description =
                    "add names, and CoreNLP's sentiment of English, under \"deep\"; needs models that are built in once"
                            + " with HUISHENG_PROFILES; slow; 附加 CoreNLP 深度结果")
    private boolean deep;

    AnalyzeCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        DeepReader second = deep ? new DeepReader() : null;
        Pipeline pipeline = PipelineFactory.load(home, pack);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
            Queue<Future<String>> pending = new ArrayDeque<>();
            String line;
            long number = 0;
            while ((line = in.readLine()) != null) {
                String read = line;
                long at = ++number;
                pending.add(pool.submit(() -> answer(pipeline, second, read, at)));
                if (pending.size() >= AHEAD) write(out, Objects.requireNonNull(pending.poll()));
            }
            for (Future<String> rest : pending) write(out, rest);
        }
        out.flush();
        return 0;
    }

    private static void write(BufferedWriter out, Future<String> answer)
            throws IOException, InterruptedException, ExecutionException {
        out.write(answer.get());
        out.newLine();
    }

    /** Every line in has a line out: one that cannot be read is answered by an error with its number. */
    static String answer(Pipeline pipeline, @Nullable DeepReader second, String line, long number) {
        try {
            Analysis analysis = pipeline.analyse(request(line));
            if (second == null) return Json.write(analysis);
            ObjectNode answer = Json.MAPPER.valueToTree(analysis);
            DeepReading reading = second.read(analysis.language(), analysis.text());
            if (reading != null) answer.set("deep", Json.MAPPER.valueToTree(reading));
            return answer.toString();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Json.write(Map.of("line", number, "error", String.valueOf(e.getMessage())));
        }
    }

    private static AnalysisRequest request(String line) {
        String trimmed = line.strip();
        if (!trimmed.startsWith("{")) return masked(null, line, null, null, null);
        JsonNode node = Json.read(trimmed, JsonNode.class);
        JsonNode text = node.path("text");
        if (!text.isTextual()) throw new IllegalArgumentException("/text: a string is needed");
        return masked(
                text(node, "id"),
                text.textValue(),
                node.path("rating").isNumber()
                        ? Integer.valueOf(node.path("rating").intValue())
                        : null,
                text(node, "initial"),
                text(node, "product"));
    }

    static AnalysisRequest masked(
            @Nullable String id,
            String text,
            @Nullable Integer rating,
            @Nullable String initial,
            @Nullable String product) {
        Masked masked = MASKER.mask(text);
        String first = initial == null ? null : MASKER.mask(initial).text();
        return new AnalysisRequest(id, masked.text(), rating, first, product, masked.spans());
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
