package huisheng.alert.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Group bot of DingTalk 钉钉. One that is called too often is blocked for ten minutes. */
final class DingTalk implements Dialect {
    static final int MOST_BYTES = 18_000;
    /** Keyword, address list, signature or time: the message tells which. */
    static final int SECURITY = 310_000;

    private static final int MOST_TITLE_BYTES = 200;

    private static final BotCodes CODES = new BotCodes(
            "DingTalk",
            "errcode",
            Set.of(130101, 410100),
            Duration.ofMinutes(10),
            Map.of(
                    SECURITY,
                    "security settings: keyword, address list or signature",
                    300001,
                    "no such token",
                    400101,
                    "no such token",
                    400102,
                    "the bot is switched off",
                    400013,
                    "the group is dissolved",
                    400105,
                    "message type",
                    40035,
                    "parameter",
                    430101,
                    "unsafe link",
                    430102,
                    "improper text",
                    430104,
                    "improper text"));

    @Override
    public Call call(Parcel parcel) {
        Map<String, Object> markdown =
                Map.of("title", Utf8.cut(parcel.title(), MOST_TITLE_BYTES), "text", Markdown.of(parcel, MOST_BYTES));
        Map<String, Object> body = Map.of("msgtype", "markdown", "markdown", markdown);
        return new Call(signed(parcel), Map.of(), Json.write(body));
    }

    private static String signed(Parcel parcel) {
        String secret = parcel.to().secret();
        String address = parcel.to().address();
        if (secret == null) return address;
        long millis = parcel.now().toEpochMilli();
        return address + (address.contains("?") ? "&" : "?") + "timestamp=" + millis + "&sign="
                + Signatures.dingTalk(secret, millis);
    }

    @Override
    public Outcome read(Reply reply, Instant now) {
        if (reply.json().filter(DingTalk::isLate).isPresent()) return new Outcome.Failed("DingTalk: clocks differ");
        return CODES.read(reply, now);
    }

    private static boolean isLate(JsonNode body) {
        return body.path("errcode").asInt() == SECURITY
                && Optional.of(body.path("errmsg").asText())
                        .filter(message -> message.toLowerCase(Locale.ROOT).contains("timestamp"))
                        .isPresent();
    }
}
