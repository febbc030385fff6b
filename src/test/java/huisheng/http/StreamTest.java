package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Author;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import huisheng.review.StoredReview;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamTest {
    private static AnalysedReview review(long id, String region, String text) {
        Author author = new Author("secret-hash", null, null, null, null);
        Review review = new Review(
                "t",
                "x" + id,
                ReviewKind.INITIAL,
                null,
                null,
                null,
                null,
                null,
                region,
                author,
                1,
                text,
                null,
                Instant.EPOCH,
                0,
                null,
                null,
                Map.of());
        Analysis analysis = new Analysis(
                null,
                text,
                "zh-Hans",
                "p",
                new Sentiment(SentimentLabel.NEGATIVE, -1, 1, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                false,
                null,
                List.of(),
                List.of());
        return new AnalysedReview(new StoredReview(id, 1, Instant.EPOCH, review, List.of(), null, null), analysis);
    }

    private static HttpResponse<InputStream> open(Server server, String path) throws Exception {
        return server.client.send(
                server.request(Server.READER, path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Blocks of the stream up to the first that holds {@code last}. */
    private static List<String> read(InputStream in, String last) throws Exception {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        java.io.Reader reader = new java.io.InputStreamReader(in, StandardCharsets.UTF_8);
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            block.append((char) c);
            if (!block.toString().endsWith("\n\n")) continue;
            blocks.add(block.toString());
            if (block.indexOf(last) >= 0) return blocks;
            block.setLength(0);
        }
        return blocks;
    }

    @Test
    void stream_reviewsOfTheScope_andCounters() throws Exception {
        try (Server server = new Server()) {
            HttpResponse<InputStream> response = open(server, "/api/v1/stream");
            assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
            server.live.publish(review(1, "四川", "看不见"));
            server.live.publish(review(2, "广东", "看得见\n第二行"));
            List<String> blocks = read(response.body(), "event: counters");
            assertThat(blocks)
                    .noneMatch(block -> block.contains("看不见") || block.contains("secret-hash"))
                    .anyMatch(block -> block.startsWith("event: review\nid: 2\ndata: {") && block.contains("看得见\\n"));
            assertThat(blocks.get(blocks.size() - 1)).contains("\"negative\":1").contains("\"reviews\":1");
        }
    }

    @Test
    void stream_flood_isSkippedAndCounted() throws Exception {
        try (Server server = new Server()) {
            HttpResponse<InputStream> response = open(server, "/stream");
            for (int i = 0; i < 5_000; i++) server.live.publish(review(i, "广东", "多"));
            List<String> blocks = read(response.body(), "\"reviews\":5000");
            assertThat(blocks.size()).isLessThan(400);
            assertThat(blocks.get(blocks.size() - 1)).containsPattern("\"skipped\":4[0-9]{3}");
        }
    }

    @Test
    void stream_tooManySubscribers_andClose() throws Exception {
        try (Server server = new Server()) {
            List<HttpResponse<InputStream>> streams = new ArrayList<>();
            for (int i = 0; i < 3; i++) streams.add(open(server, "/stream"));
            assertThat(server.live.subscribers()).isEqualTo(3);
            assertThat(server.get(Server.READER, "/stream").status()).isEqualTo(503);
            Server.finish(server.api.close());
            for (HttpResponse<InputStream> stream : streams) {
                assertThat(read(stream.body(), "never")).hasSize(1);
            }
            assertThat(server.live.subscribers()).isZero();
        }
    }
}
