package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Anything may come in; nothing that comes in is the service's fault. */
class HttpFuzzTest {
    private static final int ROUNDS = 400;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u0000",
            "\\ud83d",
            "null",
            "1e999",
            "-",
            "好",
            "\n",
            "\r\n",
            " ",
            "{\"channel\":\"t\",\"externalId\":\"1\",\"text\":\"好\"}",
            "\"text\"",
            "\"externalId\":",
            "\uFEFF",
            "\u0000",
            "[[[[[[[[[[[[[[[[[[[[[[",
            "0000");
    private static final List<String> NAMES = List.of(
            "q",
            "from",
            "until",
            "brand",
            "noise",
            "noiseType",
            "limit",
            "cursor",
            "order",
            "facets",
            "rating",
            "by",
            "interval",
            "terms",
            "groups",
            "baselineFrom",
            "x",
            "sentiment");
    private static final List<String> VALUES = List.of(
            "",
            "1",
            "-1",
            "99999999999",
            "2026-11-01",
            "2026-13-45",
            "2026-11-01T00:00:00Z",
            "day",
            "region",
            "author",
            "only",
            "好",
            ",",
            "a,b",
            "%",
            "%00",
            "\uD83D\uDE00",
            "'; drop table",
            "newest",
            "(",
            "NaN",
            "1e9");
    private static final List<String> PATHS = List.of(
            "/api/v1/reviews",
            "/api/v1/trends/sentiment",
            "/api/v1/trends/keywords",
            "/api/v1/keywords",
            "/api/v1/reviews/17",
            "/api/v1/reviews/");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void push_anyBytes_neverFailsAndTheNextStillWorks() {
        try (Server server = new Server()) {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] body = body();
                String type = random.nextBoolean() ? "application/json" : "application/x-ndjson";
                boolean zipped = random.nextInt(8) == 0;
                Server.Answer answer =
                        zipped ? server.push(type, body, "Content-Encoding", "gzip") : server.push(type, body);
                assertThat(answer.status()).as("seed %d round %d", seed, i).isIn(202, 400, 413);
                assertThat(answer.json().path("results").isArray())
                        .as("seed %d round %d", seed, i)
                        .isTrue();
            }
            String good = "{\"externalId\":\"z\",\"text\":\"好\"}";
            assertThat(server.push("application/json", good.getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(202);
        }
    }

    private byte[] body() {
        if (random.nextInt(4) == 0) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            return noise;
        }
        StringBuilder body = new StringBuilder();
        int pieces = random.nextInt(40);
        for (int i = 0; i < pieces; i++) body.append(any(PIECES));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void read_anyParameters_neverFails() {
        try (Server server = new Server()) {
            for (int i = 0; i < ROUNDS; i++) {
                StringBuilder query = new StringBuilder(any(PATHS)).append('?');
                int parameters = random.nextInt(5);
                for (int p = 0; p < parameters; p++) {
                    query.append(any(NAMES))
                            .append('=')
                            .append(URLEncoder.encode(
                                    any(VALUES) + (random.nextInt(5) == 0 ? any(VALUES) : ""), StandardCharsets.UTF_8))
                            .append('&');
                }
                URI unused = URI.create(query.toString());
                assertThat(unused.getPath()).isNotEmpty();
                Server.Answer answer = server.get(Server.READER, query.toString());
                assertThat(answer.status())
                        .as("seed %d round %d %s", seed, i, query)
                        .isIn(200, 400, 404);
            }
        }
    }
}
