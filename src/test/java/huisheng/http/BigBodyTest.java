package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body of 200 MB passes through a process that could not hold a third of it. */
class BigBodyTest {
    private static final int LINES = 250_000;
    private static final String READY = "serving:";
    private static final String PADDING = "这瓶酒的口感有些辛辣，不过回味还算可以。".repeat(14);

    /** The process: the API on an intake that keeps nothing, told by its port on the first line. */
    static final class Serve {
        private Serve() {}

        public static void main(String[] arguments) throws Exception {
            Server server = new Server(IntakeLimits.DEFAULT, 1, false);
            System.out.println(READY + server.port + " " + Server.PUSHER);
            while (System.in.read() >= 0) {}
            System.exit(0);
        }
    }

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void push_200MegabytesOfLines_in64MegabytesOfHeap() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:MaxDirectMemorySize=64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Serve.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (!line.startsWith(READY)) line = out.readLine();
            int blank = line.indexOf(' ');
            String port = line.substring(READY.length(), blank);
            Body body = new Body();
            HttpResponse<String> answer = push(port, line.substring(blank + 1), body);
            assertThat(body.sent).isGreaterThan(200L << 20);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).startsWith("{\"accepted\":" + LINES + ",").contains("\"rejected\":0,");
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static HttpResponse<String> push(String port, String key, Body body) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/reviews"))
                    .timeout(Duration.ofSeconds(280))
                    .header("X-Api-Key", key)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Lines made as they are read. */
    private static final class Body extends InputStream {
        private byte[] line = {};
        private int position;
        private int lines;
        private long sent;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (position == line.length && !nextLine()) return -1;
            int n = Math.min(length, line.length - position);
            System.arraycopy(line, position, into, offset, n);
            position += n;
            sent += n;
            return n;
        }

        private boolean nextLine() {
            if (lines == LINES) return false;
            List<String> parts =
                    List.of("{\"channel\":\"t\",\"externalId\":\"big-", "" + lines++, "\",\"text\":\"", PADDING);
            line = (String.join("", parts) + "\"}\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
            return true;
        }
    }
}
