package huisheng;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How each operation of the contract is called by somebody whose scope hides a brand. An operation that is neither for
 * administrators alone nor named here fails the test: whoever adds one says how it is walked.
 */
final class ScopeWalk {
    private static final Set<Integer> ANY = Set.of(200, 201, 202, 204, 400, 403, 404, 409, 422);
    private static final String WHOLE = "noise=include&from=2020-01-01";

    /** Of what stands for many: the answers are held against those of a query in {@code ScopeIT}, too. */
    private static final String INSIGHTS = "/api/v1/insights/";

    /** Operation → the addresses to call, each with the body behind a blank where it has one. */
    private static final Map<String, List<String>> CALLS = Map.ofEntries(
            Map.entry(
                    "POST /api/v1/reviews",
                    List.of(
                            "/api/v1/reviews {\"channel\":\"jd\",\"externalId\":\"walk\",\"brand\":\"x\",\"text\":\"好\","
                                    + "\"writtenAt\":\"2026-10-01T00:00:00Z\"}")),
            Map.entry(
                    "GET /api/v1/reviews",
                    List.of(
                            "/api/v1/reviews?noise=include&limit=100",
                            "/api/v1/reviews?noise=include&facets=brand,channel,keyword,aspect,product,aspectOpinion",
                            "/api/v1/reviews?noise=include&q=brand:x%20OR%20channel:jd",
                            "/api/v1/reviews?noise=include&q=%28",
                            "/api/v1/reviews?brand=*")),
            Map.entry("GET /api/v1/reviews/{id}", List.of("/api/v1/reviews/{other}", "/api/v1/reviews/{own}")),
            Map.entry("GET /api/v1/channels", List.of("/api/v1/channels")),
            Map.entry(
                    "POST /api/v1/channels/{channel}/reviews",
                    List.of("/api/v1/channels/generic/reviews {}", "/api/v1/channels/none/reviews {}")),
            Map.entry(
                    "PUT /api/v1/reviews/{id}/correction",
                    List.of("/api/v1/reviews/{other}/correction {\"sentiment\":\"negative\"}")),
            Map.entry("GET /api/v1/reviews/{id}/correction", List.of("/api/v1/reviews/{other}/correction")),
            Map.entry("DELETE /api/v1/reviews/{id}/correction", List.of("/api/v1/reviews/{other}/correction")),
            Map.entry(
                    "GET /api/v1/corrections", List.of("/api/v1/corrections", "/api/v1/corrections?cursor={other}-0")),
            Map.entry(
                    "GET /api/v1/trends/sentiment",
                    List.of(
                            "/api/v1/trends/sentiment?by=brand&" + WHOLE,
                            "/api/v1/trends/sentiment?by=aspect&" + WHOLE)),
            Map.entry("GET /api/v1/trends/keywords", List.of("/api/v1/trends/keywords?terms=x&" + WHOLE)),
            Map.entry("GET /api/v1/insights", List.of("/api/v1/insights")),
            Map.entry(
                    "GET /api/v1/report",
                    List.of("/api/v1/report?format=html&" + WHOLE, "/api/v1/report?format=json&lang=en&" + WHOLE)),
            Map.entry("GET /api/v1/keywords", List.of("/api/v1/keywords?limit=100&" + WHOLE)),
            Map.entry("POST /api/v1/analyze", List.of("/api/v1/analyze {\"text\":\"好酒\"}")),
            Map.entry("GET /api/v1/me", List.of("/api/v1/me")),
            Map.entry(
                    "POST /api/v1/me/password", List.of("/api/v1/me/password {\"current\":\"x\",\"next\":\"short\"}")));

    /** Operation → why it is not called here. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "GET /api/v1/stream", "stream_scopedCaller_hearsOwnReviewsAlone reads it for a while",
            "GET /stream", "the same endpoint under another name",
            "POST /api/v1/logout", "it would end the session that the walk needs, and answers with nothing");

    private ScopeWalk() {}

    /**
     * One call.
     *
     * @param body JSON; null for none
     * @param statuses that may be answered
     */
    record Step(
            String name,
            String method,
            String path,
            @Nullable String body,
            Set<Integer> statuses) {
        HttpRequest.Builder on(HttpRequest.Builder request) {
            if (body == null) return request.method(method, HttpRequest.BodyPublishers.noBody());
            return request.header("Content-Type", "application/json")
                    .header("Accept-Language", "en")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
    }

    /** @param ids for the names in the addresses */
    static Stream<Step> ofContract(Map<String, String> ids) {
        List<Step> steps = new ArrayList<>();
        operations().forEach((operation, contract) -> {
            if (isOpen(contract) || ELSEWHERE.containsKey(operation)) return;
            if (contract.path("description").asText().contains("Right: `admin`")) {
                String path = path(operation).replaceAll("\\{[^}]*}", ids.get("other"));
                steps.add(step(operation, path, ids, Set.of(403)));
                return;
            }
            for (String call : calls(operation)) steps.add(step(operation, call, ids, ANY));
        });
        return steps.stream();
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    private static List<String> calls(String operation) {
        List<String> calls = CALLS.get(operation);
        if (calls != null) return calls;
        String path = path(operation);
        if (path.startsWith(INSIGHTS)) return List.of(path + "?" + WHOLE, path + "?" + WHOLE + "&rating=9");
        throw new AssertionError("say in ScopeWalk how " + operation + " is called by a caller with a scope");
    }

    private static Step step(String operation, String call, Map<String, String> ids, Set<Integer> statuses) {
        String[] parts = call.split(" ", 2);
        String path = parts[0];
        for (Map.Entry<String, String> id : ids.entrySet()) path = path.replace("{" + id.getKey() + "}", id.getValue());
        String method = operation.substring(0, operation.indexOf(' '));
        String body = parts.length > 1 ? parts[1] : method.equals("GET") || method.equals("DELETE") ? null : "{}";
        return new Step(operation + " as " + path, method, path, body, statuses);
    }

    /** The operations that ask for no caller. */
    static List<String> open() {
        return operations().entrySet().stream()
                .filter(entry -> isOpen(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isOpen(JsonNode operation) {
        return operation.path("security").isArray()
                && operation.path("security").isEmpty();
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        try (InputStream in = ScopeWalk.class.getResourceAsStream("/huisheng/http/openapi.yaml")) {
            for (Map.Entry<String, JsonNode> path :
                    new YAMLMapper().readTree(in).path("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    operations.put(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operations;
    }
}
