package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.store.EmbeddedDatabases;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A service with reviews of two brands and all that is done about them, and callers who may see one of the brands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoBrandsIT {
    /** A word of every review of the other brand, and of no other. */
    static final String SECRET = "绝密窖池";

    final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    LocalService service;
    String scoped = "";
    long scopedId;
    private Session session;

    /** Of both brands' reviews, alerts, rules, tickets, cases and runs. */
    Map<String, String> ids = Map.of();

    @BeforeAll
    void pushBothBrands() throws Exception {
        service = LocalService.start(LocalService.folder("scope"), EmbeddedDatabases.url());
        JsonNode made = LocalService.json(service.post(
                service.key(),
                "/api/v1/keys",
                Map.of(
                        "name",
                        "云岭",
                        "rights",
                        List.of("read", "push", "correct", "handle"),
                        "scope",
                        Map.of("brand", List.of("云岭")))));
        scoped = made.path("key").asText();
        scopedId = made.path("id").asLong();
        session = Session.open(service, Map.of("brand", List.of("云岭")));
        List<Map<String, Object>> reviews = new ArrayList<>();
        for (int i = 0; i < 40; i++) reviews.add(review("own" + i, "云岭", "酒香不错，第" + i + "次买了"));
        for (int i = 0; i < 40; i++) reviews.add(review("other" + i, "赤水坊", SECRET + "漏酒了，第" + i + "单"));
        Map<String, Object> followup = review("own-followup", "云岭", "追评：喝完了还行");
        followup.put("kind", "followup");
        followup.put("parent", "other0");
        reviews.add(followup);
        assertThat(service.push(reviews).path("accepted").asInt()).isEqualTo(81);
        service.settle();
        ids = ScopeStage.set(service, id("own1"), id("other1"), SECRET);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void settle() throws Exception {
        service.settle();
    }

    /** How many reviews the scope admits, asked with the key that sees all. */
    int own() throws Exception {
        return service.get(service.key(), "/api/v1/reviews?noise=include&limit=1&brand=" + LocalService.encode("云岭"))
                .path("total")
                .asInt();
    }

    Map<String, Object> review(String id, String brand, String text) {
        Map<String, Object> review = new HashMap<>();
        review.put("channel", "jd");
        review.put("externalId", id);
        review.put("brand", brand);
        review.put("text", text);
        review.put("rating", 3);
        review.put("writtenAt", now.minus(2, ChronoUnit.HOURS).toString());
        return review;
    }

    String id(String externalId) throws Exception {
        String cursor = "";
        while (true) {
            JsonNode page = service.get(service.key(), "/api/v1/reviews?noise=include&limit=100" + cursor);
            for (JsonNode hit : page.path("hits")) {
                if (hit.at("/review/externalId").asText().equals(externalId))
                    return hit.path("id").asText();
            }
            cursor = "&cursor=" + page.path("cursor").asText();
        }
    }

    /** A scoped key, and a person with the same scope. */
    HttpRequest.Builder as(String caller, String path) {
        return caller.equals("key") ? service.request(scoped, path) : session.request(path);
    }
}
