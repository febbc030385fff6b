package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushTest {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Server.Answer push(String type, String body, String... headers) {
        return server.push(type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String review(String id, String text) {
        return "{\"channel\":\"t\",\"externalId\":\"" + id + "\",\"text\":\"" + text + "\"}";
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static List<String> statuses(JsonNode answer) {
        List<String> statuses = new ArrayList<>();
        answer.path("results")
                .forEach(result -> statuses.add(result.path("status").asText()));
        return statuses;
    }

    @Test
    void push_oneObject() {
        Server.Answer answer = push(JSON, review("one", "好"), "Idempotency-Key", "k-1");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/results/0/externalId").asText()).isEqualTo("one");
        assertThat(answer.header("Idempotency-Key")).isEqualTo("k-1");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void push_arrayWithEveryFate() {
        JsonNode answer = push(
                        JSON,
                        " [" + review("a", "一") + " , " + review("a", "一") + "," + review("a", "二")
                                + ",7,{\"externalId\":\"b\"},{\"x\":tru},\"}\"] ")
                .json();
        assertThat(statuses(answer))
                .containsExactly("accepted", "duplicate", "updated", "rejected", "rejected", "rejected", "rejected");
        assertThat(answer.path("rejected").asInt()).isEqualTo(4);
        assertThat(answer.at("/results/4/index").asInt()).isEqualTo(4);
        assertThat(answer.at("/results/4/pointer").asText()).isEqualTo("/text");
    }

    @Test
    void push_emptyArray() {
        Server.Answer answer = push(JSON, "[]");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("results")).isEmpty();
    }

    @Test
    void push_linesWithBadOnes_rejectsThoseAloneWithTheirLine() {
        JsonNode answer = push(
                        LINES,
                        review("l1", "一") + "\r\n\n{broken\n" + review("l2", "二") + "\n" + review("l3", "三") + " {}\n"
                                + review("l4", "四"))
                .json();
        assertThat(statuses(answer)).containsExactly("accepted", "rejected", "accepted", "rejected", "accepted");
        assertThat(answer.at("/results/1/line").asInt()).isEqualTo(3);
        assertThat(answer.at("/results/1/index").asInt()).isEqualTo(1);
        assertThat(answer.at("/results/1/reason").asText()).startsWith("第 3 行：不是合法的 JSON");
        assertThat(answer.at("/results/4/line").asInt()).isEqualTo(6);
    }

    @Test
    void push_gzip() {
        Server.Answer answer = server.push(
                LINES, gzip(review("z1", "压缩").getBytes(StandardCharsets.UTF_8)), "Content-Encoding", "gzip");
        assertThat(statuses(answer.json())).containsExactly("accepted");
    }

    @Test
    void push_gzipOfSeveralMembers() {
        byte[] first = gzip((review("z2", "一") + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] second = gzip(review("z3", "二").getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertThat(statuses(server.push(LINES, both, "Content-Encoding", "gzip").json()))
                .containsExactly("accepted", "accepted");
        both[both.length - 1] ^= 1;
        assertThat(server.push(LINES, both, "Content-Encoding", "gzip").status())
                .isEqualTo(400);
    }

    @Test
    void push_gzipCutOrNone_keepsWhatCameBeforeAndTellsTheBreak() {
        StringBuilder body = new StringBuilder();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++)
            body.append(review("cut" + i, "t" + random.nextLong())).append('\n');
        byte[] zipped = gzip(body.toString().getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(zipped, zipped.length / 2);
        Server.Answer half = server.push(LINES, cut, "Content-Encoding", "gzip");
        assertThat(half.status()).isEqualTo(400);
        assertThat(half.json().path("type").asText()).isEqualTo("urn:huisheng:problem:malformed-gzip");
        assertThat(half.json().path("accepted").asInt()).isBetween(500, 2_999);
        Server.Answer none =
                server.push(LINES, "no gzip at all".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip");
        assertThat(none.status()).isEqualTo(400);
    }

    @Test
    void push_brokenArray_keepsTheItemsBeforeAndTellsWhere() {
        Server.Answer answer = push(JSON, "[" + review("k1", "一") + "," + review("k2", "二") + " oops");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo(Problem.MEDIA_TYPE);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().path("offset").asInt()).isPositive();
        assertThat(server.intake.texts).containsKeys("t/k1", "t/k2");
        for (String broken : List.of("", " ", "[", "[1,]", "[,1]", "{", "{}{}", "[]]", "]", "[{\"a\":\"")) {
            assertThat(push(JSON, broken).status()).as(broken).isEqualTo(400);
        }
    }

    @Test
    void push_tooManyItems_keepsTheFirstHundredThousand() {
        StringBuilder body = new StringBuilder("[");
        for (int i = 0; i < 100_001; i++) body.append(i == 0 ? "" : ",").append("{}");
        Server.Answer answer = push(JSON, body.append("]").toString());
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("results")).hasSize(100_000);
        body.setLength(0);
        body.append("[");
        for (int i = 0; i < 100_000; i++) body.append(i == 0 ? "" : ",").append("{}");
        assertThat(push(JSON, body.append("]").toString()).status()).isEqualTo(202);
    }

    @Test
    void push_deepOrHugeItem_isRejectedAlone() {
        String deep = "{\"text\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        String just = "{\"text\":" + "[".repeat(30) + "]".repeat(30) + "}";
        String huge = review("huge", "长".repeat(3_500_000));
        for (String type : List.of(JSON, LINES)) {
            String comma = type.equals(JSON) ? "," : "\n";
            String all = String.join(comma, deep, just, huge, review("after" + type.length(), "好"));
            JsonNode answer =
                    push(type, type.equals(JSON) ? "[" + all + "]" : all).json();
            assertThat(statuses(answer)).containsExactly("rejected", "rejected", "rejected", "accepted");
            assertThat(answer.at("/results/2/reason").asText()).contains("262144");
        }
    }

    @Test
    void push_textsThatCannotBeKept_areRejectedWithTheirPointer() {
        JsonNode answer = push(
                        JSON,
                        "[" + review("s1", "\\ud800") + "," + review("s2", "\\u0000")
                                + ",{\"a\":{\"b~/\":[1,\"\\udc00x\"]}}," + review("s3", "\\ud83d\\ude00")
                                + ",{\"\\ud800\":1}]",
                        "Accept-Language",
                        "en-GB,en;q=0.9")
                .json();
        assertThat(statuses(answer)).containsExactly("rejected", "rejected", "rejected", "accepted", "rejected");
        assertThat(answer.at("/results/0/externalId").asText()).isEqualTo("s1");
        assertThat(answer.at("/results/1/pointer").asText()).isEqualTo("/text");
        assertThat(answer.at("/results/2/pointer").asText()).isEqualTo("/a/b~0~1/1");
        assertThat(answer.at("/results/2/reason").asText()).contains("unpaired surrogate");
    }

    @Test
    void push_bytesThatAreNoUtf8_rejectThatItemAlone() {
        byte[] body = ("[" + review("u1", "#") + "," + review("u2", "好") + "]").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) if (body[i] == '#') body[i] = (byte) 0xff;
        assertThat(statuses(server.push(JSON, body).json())).containsExactly("rejected", "accepted");
    }

    @Test
    void push_otherTypes() {
        assertThat(push("text/plain", "x").status()).isEqualTo(415);
        assertThat(push(JSON, "[]", "Content-Encoding", "br").status()).isEqualTo(415);
        assertThat(push(JSON, "[]", "Idempotency-Key", "x".repeat(256)).status())
                .isEqualTo(400);
    }

    @Test
    void push_overloaded_saysWhenToComeBack() {
        server.intake.overloaded.set(true);
        try {
            Server.Answer answer = push(JSON, review("o", "好"));
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(server.intake.texts).doesNotContainKey("t/o");
        } finally {
            server.intake.overloaded.set(false);
        }
    }

    @Test
    void push_storeDown_acknowledgesNothingAndTellsNoInternals() {
        server.intake.broken.set(true);
        try {
            Server.Answer answer = push(JSON, review("d", "好"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("secrets");
            assertThat(answer.json().path("results")).isEmpty();
        } finally {
            server.intake.broken.set(false);
        }
    }

    @Test
    void push_manyItems_goInBatchesOneAtATime() {
        server.intake.batches.clear();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 1_234; i++) body.append(review("m" + i, "好")).append('\n');
        assertThat(push(LINES, body.toString()).json().path("accepted").asInt()).isEqualTo(1_234);
        assertThat(server.intake.batches).containsExactly(500, 500, 234);
        assertThat(server.intake.mostUnderWay).hasValue(1);
    }

    @Test
    void push_tooLargeBody_isToldEvenWhereTheLengthIsNot() {
        IntakeLimits small = IntakeLimits.DEFAULT.body(100_000, Duration.ofMillis(10));
        try (Server other = new Server(small, 1, true)) {
            byte[] bomb = gzip((review("b", "好") + "\n").repeat(50_000).getBytes(StandardCharsets.UTF_8));
            assertThat(bomb.length).isLessThan(100_000);
            Server.Answer answer = other.push(LINES, bomb, "Content-Encoding", "gzip");
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
            assertThat(other.push(LINES, new byte[200_000]).status()).isEqualTo(413);
        }
    }

    @Test
    void push_slowClient_isToldAndCut() throws IOException {
        IntakeLimits strict = IntakeLimits.DEFAULT.slow(Duration.ofMillis(400), 100);
        try (Server other = new Server(strict, 1, true);
                Socket socket = other.socket()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            ("POST /api/v1/reviews HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nX-Api-Key: "
                                            + Server.PUSHER + "\r\nContent-Length: 1000\r\n\r\n" + review("slow", "好")
                                            + "\n{")
                                    .getBytes(StandardCharsets.UTF_8));
            String answer = read(socket.getInputStream());
            assertThat(answer).startsWith("HTTP/1.1 408").contains("too-slow").contains("\"accepted\":1");
            assertThat(other.intake.texts).containsKey("t/slow");
        }
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
