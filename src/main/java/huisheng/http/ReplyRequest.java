package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the writer of a linked review was answered.
 *
 * @param at when; null for now
 */
record ReplyRequest(
        long review, String text, String channel, @Nullable Instant at) {
    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    ReplyRequest {
        if (review < 1) throw ProblemException.value("/review", "missing");
        text = Bodies.needed("/text", text, Bodies.TEXT);
        channel = Bodies.needed("/channel", channel, Bodies.NAME);
    }
}
