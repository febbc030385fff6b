package huisheng.http;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names every request and logs how it went; never its query, which may hold words of a review. */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private AccessLog() {}

    static void handle(RoutingContext ctx) {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        long start = System.nanoTime();
        ctx.put(Calls.REQUEST_ID, id);
        ctx.response().putHeader("X-Request-Id", id);
        ctx.addEndHandler(end -> LOG.debug(
                "request {} {} {} {} {} ms",
                id,
                ctx.request().method(),
                ctx.currentRoute() == null ? "-" : ctx.currentRoute().getPath(),
                ctx.response().getStatusCode(),
                (System.nanoTime() - start) / 1_000_000));
        ctx.next();
    }
}
