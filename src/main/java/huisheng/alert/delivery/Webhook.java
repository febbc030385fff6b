package huisheng.alert.delivery;

import huisheng.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another system's own address. The body is signed with its time; the same event carries the same name whenever it is
 * sent, so that a receiver can tell a repetition.
 */
final class Webhook implements Dialect {
    static final String SIGNATURE = "X-Huisheng-Signature";
    static final String DELIVERY = "X-Huisheng-Delivery";

    /** The body, see the schema {@code Notice} of the contract. */
    record Body(
            String id,
            String type,
            @Nullable Integer level,
            Instant at,
            String title,
            String text,
            @Nullable String link,
            Map<String, Object> facts) {
        static Body of(Parcel parcel) {
            Notice notice = parcel.notice();
            return new Body(
                    notice.key(),
                    notice.type(),
                    notice.level(),
                    notice.at(),
                    parcel.title(),
                    parcel.text(),
                    parcel.link().isEmpty() ? null : parcel.link(),
                    notice.facts());
        }
    }

    @Override
    public Call call(Parcel parcel) {
        String body = Json.write(Body.of(parcel));
        // a header holds ASCII alone
        String name = URLEncoder.encode(parcel.notice().key(), StandardCharsets.UTF_8);
        String secret = Objects.requireNonNull(parcel.to().secret(), "a webhook has a secret");
        Map<String, String> headers = Map.of(
                DELIVERY,
                name,
                "Idempotency-Key",
                name,
                SIGNATURE,
                Signatures.webhook(secret, parcel.now(), body.getBytes(StandardCharsets.UTF_8)));
        return new Call(parcel.to().address(), headers, body);
    }

    @Override
    public Outcome read(Reply reply, Instant now) {
        return reply.failure(now).orElse(Outcome.DELIVERED);
    }
}
