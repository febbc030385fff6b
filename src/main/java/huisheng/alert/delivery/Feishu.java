package huisheng.alert.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Group bot of Feishu 飞书. Its rich text needs no escapes: each piece says what it is. */
final class Feishu implements Dialect {
    /** Of 20 KB, JSON's escapes and the frame off. */
    static final int MOST_BYTES = 9_000;

    private static final int MOST_TITLE_BYTES = 300;
    /** Of a malformed request, but of too many as well. */
    private static final int BAD_REQUEST = 9499;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** 19021, wrong signature or more than an hour off, is left to another try: clocks are set right by themselves. */
    private static final BotCodes CODES = new BotCodes(
            "Feishu",
            "code",
            Set.of(11232),
            PATIENCE,
            Map.of(
                    BAD_REQUEST,
                    "malformed request",
                    19001,
                    "no such token",
                    19002,
                    "parameter",
                    19022,
                    "our address is not on the bot's list",
                    19024,
                    "no keyword of the bot's list"));

    @Override
    public Call call(Parcel parcel) {
        Map<String, Object> body = new LinkedHashMap<>();
        String secret = parcel.to().secret();
        if (secret != null) {
            long seconds = parcel.now().getEpochSecond();
            body.put("timestamp", Long.toString(seconds));
            body.put("sign", Signatures.feishu(secret, seconds));
        }
        body.put("msg_type", "post");
        body.put("content", Map.of("post", Map.of(parcel.chinese() ? "zh_cn" : "en_us", post(parcel))));
        return new Call(parcel.to().address(), Map.of(), Json.write(body));
    }

    private static Map<String, Object> post(Parcel parcel) {
        List<List<Map<String, String>>> lines = new ArrayList<>();
        lines.add(List.of(Map.of("tag", "text", "text", Utf8.cut(parcel.text(), MOST_BYTES))));
        if (!parcel.link().isEmpty()) {
            lines.add(List.of(Map.of("tag", "a", "text", Markdown.open(parcel), "href", parcel.link())));
        }
        return Map.of("title", Utf8.cut(parcel.title(), MOST_TITLE_BYTES), "content", lines);
    }

    @Override
    public Outcome read(Reply reply, Instant now) {
        if (reply.json().filter(Feishu::isTooMany).isPresent()) {
            return new Outcome.Throttled("Feishu code " + BAD_REQUEST, PATIENCE);
        }
        return CODES.read(reply, now);
    }

    private static boolean isTooMany(JsonNode body) {
        return body.path("code").asInt() == BAD_REQUEST
                && body.path("msg").asText().toLowerCase(Locale.ROOT).contains("too many");
    }
}
