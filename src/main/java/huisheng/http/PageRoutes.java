package huisheng.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What browsers load: the dashboard, the libraries it stands on, and the contract with a page to browse it. */
final class PageRoutes {
    private final Contract contract;

    PageRoutes(Contract contract) {
        this.contract = contract;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/openapi.yaml", null, ctx -> send(ctx, "application/yaml", contract.yaml())),
                Endpoint.get("/api/docs", null, ctx -> send(ctx, "text/html", resource("docs.html"))),
                Endpoint.get("/api/docs/start.js", null, ctx -> send(ctx, "text/javascript", resource("docs.js"))));
    }

    /**
     * Files of the class path: whatever is asked for is looked up below these two folders only.
     *
     * @param door that each call passes first
     */
    void mount(Router router, Handler<RoutingContext> door) {
        router.get("/webjars/*")
                .handler(door)
                .handler(StaticHandler.create(FileSystemAccess.RELATIVE, "META-INF/resources/webjars")
                        .setCachingEnabled(true)
                        .setMaxAgeSeconds(86_400)
                        .setIncludeHidden(false)
                        .setDirectoryListing(false));
        router.get("/*")
                .handler(door)
                .handler(StaticHandler.create(FileSystemAccess.RELATIVE, "dashboard")
                        .setIndexPage("index.html")
                        .setMaxAgeSeconds(60)
                        .setIncludeHidden(false)
                        .setDirectoryListing(false));
    }

    private static void send(RoutingContext ctx, String type, byte[] body) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8")
                .end(Buffer.buffer(body))
                .onFailure(ctx::fail);
    }

    private static byte[] resource(String name) {
        try (InputStream in = PageRoutes.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is not on the class path");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
