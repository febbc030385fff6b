package huisheng;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Alerts, rules, tickets, cases and runs about two brands, of which somebody with a scope may see one. */
final class ScopeStage {
    /** Stands in everything about the brand that may be seen, and in nothing else. */
    static final String OWN = "云岭自家事";

    private static final String TICKETS = "/api/v1/tickets";

    private final LocalService service;
    private final String brand;
    private final String word;
    private final Map<String, String> ids = new HashMap<>();

    /** @param word that stands in everything that is made */
    private ScopeStage(LocalService service, String brand, String word) {
        this.service = service;
        this.brand = brand;
        this.word = word;
    }

    /**
     * Makes all of it, with the key that may do everything.
     *
     * @param own number of a review of the brand that may be seen; {@code other} of the other
     * @return numbers by the names that {@link ScopeCalls} uses
     */
    static Map<String, String> set(LocalService service, String own, String other, String secret) throws Exception {
        ScopeStage seen = new ScopeStage(service, "云岭", OWN);
        ScopeStage hidden = new ScopeStage(service, "赤水坊", secret);
        hidden.target();
        Map<String, String> all = new HashMap<>(Map.of("own", own, "other", other));
        seen.fill(own).forEach((name, id) -> all.put("own" + name, id));
        hidden.fill(other).forEach((name, id) -> all.put("other" + name, id));
        all.put("otherQueryRule", hidden.rule(Map.of("query", "brand:赤水坊"), Map.of("kind", "rising-word")));
        all.put("otherRivalRule", hidden.rule(Map.of(), Map.of("kind", "competitor", "rivals", List.of("赤水坊"))));
        // about nothing that is hidden, but told to somebody who must not be known of
        all.put("ownRule", seen.rule(seen.filter(), Map.of("kind", "immediate", "rating", 1), secret));
        return all;
    }

    private Map<String, String> fill(String review) throws Exception {
        ids.put("Alert", alert());
        ids.put("Rule", rule(filter(), Map.of("kind", "immediate", "rating", 1)));
        JsonNode open = ticket(review);
        ids.put("Ticket", id(open));
        JsonNode ended = closed(ticket(review));
        ids.put("Closed", id(ended));
        ids.put(
                "Case",
                id(post("/api/v1/cases", Map.of("ticket", ended.path("id").asLong(), "directCause", word))));
        ids.put("Run", run(Map.of("ticket", open.path("id").asLong())));
        ids.put("AlertRun", run(Map.of("alert", Long.valueOf(ids.getOrDefault("Alert", "")))));
        return ids;
    }

    private Map<String, ?> filter() {
        return Map.of("in", Map.of("brand", List.of(brand)));
    }

    /** By a rule that the product comes with. */
    private String alert() throws Exception {
        Map<String, Object> review = new HashMap<>();
        review.put("channel", "jd");
        review.put("externalId", "danger-" + brand);
        review.put("brand", brand);
        review.put("text", word + "，喝完当晚食物中毒，送医院急诊洗胃了");
        review.put("rating", 1);
        review.put("writtenAt", Instant.now().toString());
        if (service.push(List.of(review)).path("accepted").asInt() != 1) throw new AssertionError("not accepted");
        LocalService.waitFor(() -> !raised().isEmpty());
        return raised();
    }

    private String raised() throws Exception {
        for (JsonNode alert :
                service.get(service.key(), "/api/v1/alerts?level=1").path("alerts")) {
            if (alert.at("/where/brand").asText().equals(brand)) return id(alert);
        }
        return "";
    }

    private String rule(Map<String, ?> filter, Map<String, ?> when, String... targets) throws Exception {
        return id(post(
                "/api/v1/alert-rules",
                Map.of(
                        "name",
                        Map.of("zh", word, "en", word),
                        "level",
                        3,
                        "filter",
                        filter,
                        "when",
                        when,
                        "targets",
                        List.of(targets),
                        "escalation",
                        Map.of("after", "PT4H", "targets", List.of(targets)))));
    }

    private void target() throws Exception {
        JsonNode made = LocalService.json(service.send(
                service.request(service.key(), "/api/v1/targets/" + LocalService.encode(word))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(Json.write(Map.of(
                                "kind",
                                "webhook",
                                "address",
                                "http://127.0.0.1:9/" + brand,
                                "secret",
                                "a-long-secret-of-a-test",
                                "enabled",
                                false))))));
        if (!made.path("name").asText().equals(word)) throw new AssertionError(made);
    }

    private JsonNode ticket(String review) throws Exception {
        JsonNode made = post(
                TICKETS,
                Map.of(
                        "title",
                        word + "开裂",
                        "problem",
                        word + "，批次开裂",
                        "type",
                        "leak",
                        "level",
                        1,
                        "about",
                        Map.of("brand", List.of(brand)),
                        "reviews",
                        List.of(Long.valueOf(review)),
                        "team",
                        word));
        String path = TICKETS + "/" + id(made);
        JsonNode commented = post(path + "/comments", Map.of("text", word + "，已联系"));
        JsonNode replied = post(
                path + "/replies", Map.of("review", Long.valueOf(review), "text", word + "，已补发", "channel", "phone"));
        if (!replied.path("id").equals(commented.path("id"))) throw new AssertionError(replied);
        return replied;
    }

    private JsonNode closed(JsonNode ticket) throws Exception {
        JsonNode planned = step(ticket, "plan", Map.of("plan", word, "owner", word, "criterion", word));
        JsonNode done = step(planned, "implement", Map.of());
        return step(step(done, "verify", Map.of("reason", word)), "close", Map.of());
    }

    private JsonNode step(JsonNode ticket, String step, Map<String, ?> given) throws Exception {
        return LocalService.json(service.post(
                service.key(),
                TICKETS + "/" + id(ticket) + "/steps/" + step,
                given,
                "If-Match",
                "\"" + ticket.path("version").asText() + "\""));
    }

    private String run(Map<String, ?> start) throws Exception {
        String run = id(post("/api/v1/playbooks/opinion-crisis/start", start));
        return id(post("/api/v1/playbook-runs/" + run + "/steps/1", Map.of("note", word)));
    }

    private JsonNode post(String path, Map<String, ?> body) throws Exception {
        return LocalService.json(service.post(service.key(), path, body));
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }
}
