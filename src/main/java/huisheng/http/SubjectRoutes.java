package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;

/** What a person may ask about themselves: all that is kept, and that it be erased. */
final class SubjectRoutes {
    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{8,128}");

    private final Reads reads;

    SubjectRoutes(Reads reads) {
        this.reads = reads;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/subjects/{hash}", Right.ADMIN, Calls.answer(this::export))
                        .auditing(Audited.EXPORT),
                Endpoint.delete("/api/v1/subjects/{hash}", Right.ADMIN, Calls.answer(this::erase))
                        .auditing(Audited.ERASURE));
    }

    private Future<?> export(RoutingContext ctx) {
        return reads.exportSubject(Calls.caller(ctx), hash(ctx)).map(Calls::found);
    }

    private Future<?> erase(RoutingContext ctx) {
        return reads.eraseSubject(Calls.caller(ctx), hash(ctx));
    }

    private static String hash(RoutingContext ctx) {
        String hash = ctx.pathParam("hash");
        if (!HASH.matcher(hash).matches()) throw ProblemException.parameter("hash", "pattern");
        return hash;
    }
}
