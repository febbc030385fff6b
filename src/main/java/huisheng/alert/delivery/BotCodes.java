package huisheng.alert.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the codes mean that a bot's service answers in the body, mostly with HTTP 200. A code that is not known here may
 * pass, so it is tried again.
 *
 * @param service as the reasons name it
 * @param field of the code
 * @param throttled codes by which the service asks for patience, for as long as {@code patience}
 * @param refused codes that no repetition changes, with their meaning
 */
record BotCodes(String service, String field, Set<Integer> throttled, Duration patience, Map<Integer, String> refused) {
    BotCodes {
        throttled = Set.copyOf(throttled);
        refused = Map.copyOf(refused);
    }

    Outcome read(Reply reply, Instant now) {
        Optional<JsonNode> code = reply.json().map(body -> body.path(field)).filter(JsonNode::isInt);
        if (code.isEmpty()) {
            return reply.failure(now).orElseGet(() -> new Outcome.Failed(service + ": an answer without " + field));
        }
        return read(code.get().intValue(), reply, now);
    }

    private Outcome read(int code, Reply reply, Instant now) {
        String why = service + " " + field + " " + code;
        if (code == 0) return reply.failure(now).orElse(Outcome.DELIVERED);
        if (throttled.contains(code)) return new Outcome.Throttled(why, patience);
        String meaning = refused.get(code);
        if (meaning != null) return new Outcome.Refused(why + ": " + meaning);
        return reply.failure(now).orElseGet(() -> new Outcome.Failed(why));
    }
}
