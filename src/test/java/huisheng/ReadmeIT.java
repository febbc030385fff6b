package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's commands, and those that the demo prints, run as they stand there. */
class ReadmeIT {
    private static final Path README = Path.of("README.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    /** The demo is started by this test, verify has started it, and bench takes many minutes. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?m)^\\./huisheng (demo|verify|bench).*\n");

    private static final Pattern PRINTED = Pattern.compile("(?m)^curl .*$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `([a-z]+)[^|]*` \\|");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path folder = LocalService.folder("readme");

    ReadmeIT() throws IOException {}

    @Test
    void commands_ofReadmeAndDemo_work() throws Exception {
        String readme = Files.readString(README);
        Path program = program();
        try (ForkedService demo = new ForkedService(folder.resolve("data"), Map.of(), "demo", "--reviews", "600")) {
            demo.start();
            List<String> printed = all(PRINTED, demo.printed(), 0);
            assertThat(printed).hasSize(3);
            for (String curl : printed) {
                String answer = run(curl.replace("curl ", "curl -fsS "), demo);
                assertThat(answer).as(curl).startsWith("{").doesNotContain("\"hits\":[]", "\"rejected\":1");
            }
            StringBuilder script = new StringBuilder("set -euo pipefail\n");
            for (String block : all(BLOCK, readme, 1)) {
                script.append(ELSEWHERE.matcher(block).replaceAll("")).append('\n');
            }
            String commands = script.toString()
                    .replace("./huisheng", program.toString())
                    .replace("http://localhost:8080", demo.uri("").toString())
                    .replace("hs_…", demo.key());
            assertThat(commands).contains("curl", "import", "keys make");
            String out = run(commands, demo);
            assertThat(out)
                    .contains("\"aspectName\"", "\"accepted\":1", "\"followups\"", "1 rows sent, 0 refused", "华南市场部")
                    .doesNotContain("13812345678", "\"hits\":[]");
        }
    }

    @Test
    void commands_ofTheTable_areThoseThatThereAre() throws Exception {
        String table = Files.readString(README);
        table = table.substring(table.indexOf("## Commands"), table.indexOf("## Interfaces"));
        List<String> named = all(COMMAND, table, 1);
        assertThat(named).contains("serve", "demo", "keys");
        String help = run(program() + " --help", null);
        for (String command : named) assertThat(help).containsPattern("(?m)^  " + command + " ");
    }

    /** A launcher on the classes under test, with nothing to build. */
    private Path program() throws IOException {
        Path arguments = Files.writeString(
                folder.resolve("arguments"),
                "-Xmx1g --enable-native-access=ALL-UNNAMED -cp \"" + System.getProperty("java.class.path")
                        + "\" huisheng.Huisheng");
        Path program = Files.writeString(
                folder.resolve("huisheng"),
                "#!/bin/sh\nexec " + Path.of(System.getProperty("java.home"), "bin", "java") + " @" + arguments
                        + " \"$@\"\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(String script, @org.jspecify.annotations.Nullable ForkedService service) throws Exception {
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("HUISHENG_HOME", Path.of("").toAbsolutePath().toString());
        if (service != null)
            builder.environment().put("HUISHENG_URL", service.uri("").toString());
        Process process = builder.start();
        boolean ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        String text = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0).as(script + "\n" + text).isTrue();
        return text;
    }

    private static List<String> all(Pattern pattern, String text, int group) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) found.add(matcher.group(group));
        return found;
    }
}
