package huisheng.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches a digest from a running service. */
@Command(
        name = "report",
        description = {"Writes a weekly or monthly digest to a file.", "把周报或月报写入文件。"},
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private ApiClient api = new ApiClient();

    @Option(names = "--every", defaultValue = "week", description = "week or month (default: ${DEFAULT-VALUE})")
    private String every = "week";

    @Option(names = "--from", description = "a date or time; default: the last whole week or month")
    private @Nullable String from;

    @Option(names = "--until", description = "a date (included) or time")
    private @Nullable String until;

    @Option(names = "--format", defaultValue = "html", description = "html, xlsx or json (default: ${DEFAULT-VALUE})")
    private String format = "html";

    @Option(names = "--lang", defaultValue = "zh", description = "zh or en (default: ${DEFAULT-VALUE})")
    private String lang = "zh";

    @Option(names = "--filter", description = "name=value of the filter, for example brand=A; may be repeated")
    private Map<String, String> filter = new LinkedHashMap<>();

    @Option(
            names = {"-o", "--out"},
            description = "file; default: report.FORMAT")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>(filter);
        parameters.put("every", every);
        parameters.put("format", format);
        parameters.put("lang", lang);
        if (from != null) parameters.put("from", from);
        if (until != null) parameters.put("until", until);
        String query = parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        byte[] report = api.download("/api/v1/report?" + query);
        Path file = out != null ? out : Path.of("report." + format);
        Files.write(file, report);
        System.out.println(file);
        return 0;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
