package huisheng.alert.delivery;

import huisheng.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Group bot of WeCom 企业微信. The key in its address is all the proof it asks for. */
final class WeCom implements Dialect {
    static final int MOST_BYTES = 4096;

    private static final BotCodes CODES = new BotCodes(
            "WeCom",
            "errcode",
            Set.of(45009, 45033),
            Duration.ofMinutes(1),
            Map.of(
                    93000, "no such bot, or removed from its group",
                    93004, "the bot is switched off",
                    93008, "the bot is not in the group",
                    40008, "message type",
                    40058, "parameter",
                    44004, "empty text",
                    45002, "text too long"));

    @Override
    public Call call(Parcel parcel) {
        Map<String, Object> body =
                Map.of("msgtype", "markdown", "markdown", Map.of("content", Markdown.of(parcel, MOST_BYTES)));
        return new Call(parcel.to().address(), Map.of(), Json.write(body));
    }

    @Override
    public Outcome read(Reply reply, Instant now) {
        return CODES.read(reply, now);
    }
}
