package huisheng.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem document of RFC 9457.
 *
 * @param type a URN, to be compared, not fetched
 * @param instance path of the request
 * @param requestId as in the logs
 * @param members further facts, for example {@code position}
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        @JsonAnyGetter Map<String, Object> members) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemException refusal, Messages messages, String path, String requestId) {
        String slug = refusal.type().slug();
        return new Problem(
                "urn:huisheng:problem:" + slug,
                messages.text(slug + ".title"),
                refusal.type().status,
                messages.text(slug + ".detail", refusal.arguments().toArray()),
                path,
                requestId,
                members(refusal, messages));
    }

    private static Map<String, Object> members(ProblemException refusal, Messages messages) {
        Map<String, Object> members = new LinkedHashMap<>(refusal.members());
        members.replaceAll((name, value) -> told(value, messages));
        return members;
    }

    private static Object told(Object value, Messages messages) {
        return switch (value) {
            case List<?> list -> list.stream().map(item -> told(item, messages)).toList();
            case Fault fault ->
                Map.of(
                        "pointer",
                        fault.pointer(),
                        "detail",
                        messages.text(
                                fault.reason().key(), fault.reason().arguments().toArray()));
            default -> value;
        };
    }
}
