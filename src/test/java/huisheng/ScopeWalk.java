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
 * administrators alone nor named in {@link ScopeCalls} fails the test: whoever adds one says how it is walked.
 */
final class ScopeWalk {
    private static final Set<Integer> ANY = Set.of(200, 201, 202, 204, 400, 403, 404, 409, 412, 422);

    /** What is not the caller's is not there, whatever is done with it. */
    private static final Set<Integer> GONE = Set.of(404);

    /** Nobody may do something with what is not theirs, though it be said within what is. */
    private static final Set<Integer> REFUSED = Set.of(400, 404, 409, 412, 422);

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
                    .header("If-Match", "\"1\"")
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
            for (String call : calls(operation)) steps.add(step(operation, call, ids, expected(operation, call)));
        });
        return steps.stream();
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    private static List<String> calls(String operation) {
        List<String> calls = ScopeCalls.of(operation);
        if (calls != null) return calls;
        throw new AssertionError("say in ScopeCalls how " + operation + " is called by a caller with a scope");
    }

    private static Set<Integer> expected(String operation, String call) {
        String path = call.split("[? ]", 2)[0];
        String named = path.contains("{") ? path.substring(path.indexOf('{')) : "";
        if (named.startsWith("{other")) return GONE;
        if (call.contains("{other") && !call.contains("?")) return REFUSED;
        return operation.startsWith("GET ") && named.startsWith("{own") ? Set.of(200) : ANY;
    }

    private static Step step(String operation, String call, Map<String, String> ids, Set<Integer> statuses) {
        String[] parts = call.split(" ", 2);
        String path = named(parts[0], ids);
        String method = operation.substring(0, operation.indexOf(' '));
        String body =
                parts.length > 1 ? named(parts[1], ids) : method.equals("GET") || method.equals("DELETE") ? null : "{}";
        return new Step(operation + " as " + path, method, path, body, statuses);
    }

    private static String named(String text, Map<String, String> ids) {
        String named = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            named = named.replace("{" + id.getKey() + "}", id.getValue());
        }
        return named;
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
