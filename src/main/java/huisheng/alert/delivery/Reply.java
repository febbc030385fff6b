package huisheng.alert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param retryAfter the header, as it came
 * @param body at most as much of it as is read
 */
record Reply(int status, @Nullable String retryAfter, String body) {
    private static final Duration SOME_PATIENCE = Duration.ofSeconds(30);

    /** What the status alone says, for all kinds of targets; empty for success, where the body may say otherwise. */
    Optional<Outcome> failure(Instant now) {
        String why = "HTTP " + status;
        return switch (status / 100) {
            case 2 -> Optional.empty();
            case 3 -> Optional.of(new Outcome.Refused(why + ": a redirect is not followed"));
            case 5 -> Optional.of(status == 500 || status == 501 ? new Outcome.Failed(why) : unavailable(why, now));
            default -> Optional.of(refusal(why, now));
        };
    }

    private Outcome unavailable(String why, Instant now) {
        return retryAfter == null ? new Outcome.Unreachable(why) : new Outcome.Throttled(why, patience(now));
    }

    private Outcome refusal(String why, Instant now) {
        return switch (status) {
            case 429 -> new Outcome.Throttled(why, patience(now));
            case 408, 409, 425 -> new Outcome.Failed(why);
            default -> new Outcome.Refused(why);
        };
    }

    /** {@code Retry-After} in seconds or as a date, RFC 9110. */
    private Duration patience(Instant now) {
        if (retryAfter == null) return SOME_PATIENCE;
        try {
            if (retryAfter.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(retryAfter));
            Instant until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeParseException e) {
            return SOME_PATIENCE;
        }
    }

    /** Empty where the body is no JSON object. */
    Optional<JsonNode> json() {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
