package huisheng.http;

import huisheng.access.Principal;
import huisheng.store.KeptAnswer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What makes a push, or the making of something, the same again: the caller and the Idempotency-Key name it, address and body must agree. One call,
 * one thread at a time.
 */
final class Idempotency {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    /** Of the kept results, deflated: some hundred thousand items, and room for many answers. */
    static final int MAX_RESULTS = 8 << 20;

    private static final int MAX_KEY = 255;

    private final String key;
    private final MessageDigest request = sha256();

    private Idempotency(String key) {
        this.key = key;
    }

    /** Null where the call names no key. @throws ProblemException where the key is none */
    static @Nullable Idempotency of(RoutingContext ctx, String type) {
        HttpServerRequest request = ctx.request();
        String given = request.getHeader(HEADER);
        if (given == null) return null;
        if (given.isBlank() || given.length() > MAX_KEY) throw ProblemException.parameter(HEADER, "long", MAX_KEY);
        ctx.response().putHeader(HEADER, given);
        MessageDigest name = sha256();
        Principal caller = Calls.caller(ctx);
        // a key's is named by its number alone, as before there were others
        String kind = caller.kind() == Principal.Kind.KEY ? "" : caller.kind().label();
        name.update((kind + caller.id() + "\n" + given).getBytes(StandardCharsets.UTF_8));
        Idempotency idempotency = new Idempotency(HexFormat.of().formatHex(name.digest()));
        idempotency.request.update((request.uri() + "\n" + type + "\n").getBytes(StandardCharsets.UTF_8));
        return idempotency;
    }

    /** Whom and what it names, as a hash: a key of a connector may hold anything. */
    String key() {
        return key;
    }

    /** The same bytes, noted on their way. */
    BodySource watch(BodySource source) {
        return new BodySource.Watched(source, request);
    }

    /** Notes a body that was read whole. */
    void note(Buffer body) {
        request.update(body.getBytes());
    }

    /** Fingerprint of the address and of all that has passed; to be asked once, after the body. */
    String fingerprint() {
        return HexFormat.of().formatHex(request.digest());
    }

    /** @throws ProblemException where the kept answer is that of another request */
    static KeptAnswer checked(KeptAnswer kept, String fingerprint) {
        if (kept.request().equals(fingerprint)) return kept;
        throw ProblemException.of(ProblemType.KEY_REUSED);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
