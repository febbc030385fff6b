package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.store.EmbeddedDatabases;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A service with complaints about two brands, and a key that works on one of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LoopIT {
    static final String TICKETS = "/api/v1/tickets";
    static final String CASES = "/api/v1/cases";
    /** A word of the other brand's review, and of no other. */
    static final String SECRET = "绝密窖池";

    private static final List<String> BAD = List.of("瓶口漏酒", "酒洒了半箱", "盖子松了", "包装烂了", "封口开裂", "瓶子碎了");
    static final List<String> ENDS = List.of("太失望了", "非常满意", "气死我了", "下次还买", "要求退货", "推荐给朋友");

    /** Of the database. */
    String url = "";

    /** Reads and handles 云岭 alone. */
    String scoped = "";

    LocalService service;

    @BeforeAll
    void startWithComplaints() throws Exception {
        url = EmbeddedDatabases.url();
        service = LocalService.start(LocalService.folder("loop"), url);
        scoped = LocalService.json(service.post(
                        service.key(),
                        "/api/v1/keys",
                        Map.of(
                                "name",
                                "云岭客服",
                                "rights",
                                List.of("read", "handle"),
                                "scope",
                                Map.of("brand", List.of("云岭")))))
                .path("key")
                .asText();
        List<Map<String, Object>> reviews = new ArrayList<>();
        Instant before = Instant.now().minus(Duration.ofDays(10));
        for (int i = 0; i < 36; i++) {
            String text = BAD.get(i % 6) + "，" + ENDS.get(2 * (i / 6 % 3)) + "，单号尾" + (char) ('a' + i % 26);
            reviews.add(review("bad" + i, "云岭", text, before.plusSeconds(600L * i)));
        }
        reviews.add(review("other", "赤水坊", SECRET + "漏酒了，太失望", before));
        Map<String, Object> private1 = review("mine", "云岭", "瓶底有裂纹，酒全洒在快递箱里了。", before);
        private1.put("author", Map.of("userId", "anna"));
        reviews.add(private1);
        assertThat(service.push(reviews).path("accepted").asInt()).isEqualTo(38);
        settle(38);
    }

    /** Until so many reviews can be found: what is analysed shows with the next refresh of the index. */
    void settle(int reviews) throws Exception {
        service.settle();
        LocalService.waitFor(() -> service.get(service.key(), "/api/v1/reviews?noise=include&limit=1")
                        .path("total")
                        .asInt()
                == reviews);
    }

    Connection connect() throws SQLException {
        return EmbeddedDatabases.connect(url);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    static Map<String, Object> review(String id, String brand, String text, Instant at) {
        Map<String, Object> review = new HashMap<>();
        review.put("channel", "jd");
        review.put("externalId", id);
        review.put("brand", brand);
        review.put("region", "江苏");
        review.put("product", "YL-500");
        review.put("text", text);
        review.put("writtenAt", at.toString());
        return review;
    }

    long id(String externalId) throws Exception {
        String cursor = "";
        while (true) {
            JsonNode page = service.get(service.key(), "/api/v1/reviews?noise=include&limit=100" + cursor);
            for (JsonNode hit : page.path("hits")) {
                if (hit.at("/review/externalId").asText().equals(externalId))
                    return hit.path("id").asLong();
            }
            cursor = "&cursor=" + page.path("cursor").asText();
        }
    }

    JsonNode register(String key, Map<String, ?> ticket) throws Exception {
        HttpResponse<String> made = service.post(key, TICKETS, ticket);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
        return Json.read(made.body(), JsonNode.class);
    }

    HttpResponse<String> step(String key, JsonNode ticket, String step, Map<String, ?> given) throws Exception {
        return service.post(
                key,
                TICKETS + "/" + ticket.path("id").asText() + "/steps/" + step,
                given,
                "If-Match",
                "\"" + ticket.path("version").asText() + "\"",
                "Accept-Language",
                "en");
    }

    JsonNode taken(JsonNode ticket, String step, Map<String, ?> given) throws Exception {
        HttpResponse<String> answer = step(scoped, ticket, step, given);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), JsonNode.class);
    }
}
