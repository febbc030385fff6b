package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Aspect packs: read, tried out, applied, taken back. */
final class PackRoutes {
    private static final String ONE = "/api/v1/packs/{pack}";
    private static final String YAML = "application/yaml";
    private static final List<String> TYPES = List.of(YAML, "application/x-yaml", "text/yaml", "text/x-yaml");
    private static final int MAX_BODY = 256 << 10;
    private static final int DEFAULT_SAMPLE = 1_000;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final Vertx vertx;
    private final Sandbox sandbox;

    PackRoutes(Vertx vertx, Sandbox sandbox) {
        this.vertx = vertx;
        this.sandbox = sandbox;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/packs", Right.ADMIN, Calls.answer(ctx -> sandbox.list())),
                Endpoint.get(ONE, Right.ADMIN, this::text),
                Endpoint.get(ONE + "/versions", Right.ADMIN, Calls.answer(this::versions)),
                Endpoint.get(ONE + "/progress", Right.ADMIN, Calls.answer(this::progress)),
                Endpoint.post(ONE + "/preview", Right.ADMIN, Calls.answer(this::preview))
                        .auditing(Audited.VERBATIMS),
                Endpoint.post(ONE + "/apply", Right.ADMIN, Calls.answer(this::apply)),
                Endpoint.post(ONE + "/rollback", Right.ADMIN, this::rollback));
    }

    private void text(RoutingContext ctx) {
        sandbox.text(id(ctx))
                .map(Calls::found)
                .onSuccess(text -> {
                    ctx.response().putHeader(HttpHeaders.ETAG, ETags.of(text.version()));
                    Calls.send(ctx, YAML + "; charset=utf-8", Buffer.buffer(text.yaml()));
                })
                .onFailure(ctx::fail);
    }

    private Future<?> versions(RoutingContext ctx) {
        return sandbox.versions(id(ctx)).map(Calls::found);
    }

    private Future<?> progress(RoutingContext ctx) {
        return sandbox.progress(id(ctx)).map(Calls::found);
    }

    private Future<?> preview(RoutingContext ctx) {
        String pack = id(ctx);
        int sample = FilterParams.integer(ctx.queryParams(), "sample", DEFAULT_SAMPLE);
        return yaml(ctx)
                .compose(yaml -> sandbox.preview(Calls.caller(ctx), pack, yaml, sample))
                .map(Calls::found);
    }

    private Future<?> apply(RoutingContext ctx) {
        String pack = id(ctx);
        Integer expected = ETags.version(ctx.request());
        return yaml(ctx)
                .compose(yaml -> sandbox.apply(Calls.caller(ctx), pack, yaml, expected))
                .map(Calls::found);
    }

    private void rollback(RoutingContext ctx) {
        ctx.request().resume();
        sandbox.rollback(Calls.caller(ctx), id(ctx))
                .map(Calls::found)
                .onSuccess(info -> Calls.json(ctx, 200, info))
                .onFailure(ctx::fail);
    }

    private static String id(RoutingContext ctx) {
        String id = ctx.pathParam("pack");
        if (!ID.matcher(id).matches()) throw ProblemException.of(ProblemType.NOT_FOUND);
        return id;
    }

    private Future<String> yaml(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(plain)) throw JsonBody.unsupported("Content-Type", type, YAML);
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null) throw JsonBody.unsupported("Content-Encoding", encoding, "identity");
        return SmallBody.read(vertx, request, MAX_BODY).map(PackRoutes::decoded);
    }

    private static String decoded(Buffer body) {
        try {
            String yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.getBytes()))
                    .toString();
            if (ItemReader.keepable(yaml)) return yaml;
        } catch (CharacterCodingException e) {
            // told below, like a NUL
        }
        throw ProblemException.of(ProblemType.BAD_PACK, "yaml", Phrase.of("reason.bad-character"))
                .with("item", "yaml");
    }
}
