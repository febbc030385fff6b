package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a supervisor's SIGTERM does. */
class ShutdownIT {
    private static final String REVIEW = "{\"channel\":\"jd\",\"externalId\":\"s%d\",\"text\":\"酒香浓郁，第%d次买了\","
            + "\"writtenAt\":\"2026-10-01T08:00:00+08:00\"}\n";

    @Test
    void sigterm_pushUnderWay_isFinishedAndTheProcessEndsWithZero() throws Exception {
        Path data = LocalService.folder("shutdown");
        try (ForkedService service = new ForkedService(data, Map.of())) {
            service.start();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                socket.setSoTimeout(60_000);
                OutputStream out = socket.getOutputStream();
                out.write(("POST /api/v1/reviews HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Api-Key: "
                                + service.key()
                                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                chunk(out, REVIEW.formatted(1, 1));
                awaitLine(socket, service);
                service.terminate();
                // the service has stopped listening, and still reads on
                while (listens(service)) Thread.sleep(20);
                chunk(out, REVIEW.formatted(2, 2));
                out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                String answer = read(socket.getInputStream());
                assertThat(answer).startsWith("HTTP/1.1 202").contains("\"accepted\":2");
            }
            assertThat(service.exit(Duration.ofSeconds(60))).isZero();
            assertThat(Files.exists(data.resolve("postgres/postgres/postmaster.pid")))
                    .isFalse();
            service.start();
            assertThat(service.push(java.util.List.of()).path("accepted").asInt())
                    .isZero();
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (service.get("/api/v1/reviews?noise=include").path("total").asInt() < 2) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(50);
            }
        }
    }

    /** The first line is on its way into the service once another call was answered after it. */
    private static void awaitLine(Socket socket, ForkedService service) throws Exception {
        assertThat(socket.isConnected()).isTrue();
        assertThat(service.get("/api/v1/channels").path("channels")).isNotEmpty();
    }

    private static boolean listens(ForkedService service) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            return probe.isConnected();
        } catch (java.io.IOException refused) {
            return false;
        }
    }

    private static void chunk(OutputStream out, String text) throws java.io.IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String read(InputStream in) throws java.io.IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
