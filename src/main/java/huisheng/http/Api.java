package huisheng.http;

import huisheng.access.SteadyClock;
import huisheng.access.audit.Audited;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Everything that is served over HTTP. */
public final class Api {
    private static final int MAX_ADDRESS = 16 << 10;
    private static final long GRACE_SECONDS = 20;
    private static final int[] ROUTER_ERRORS = {400, 404, 405, 406, 413, 414, 415, 500};

    private final Vertx vertx;
    private final HttpSettings settings;
    private final Ports ports;
    private final ErrorMapper errors;
    private final Contract contract = Contract.load();
    private final SecureHeaders headers;
    private final Auditing auditing;
    private final Strangers strangers;
    private final Authentication authentication;
    private final Queue<HttpServer> servers = new ConcurrentLinkedQueue<>();

    public Api(Vertx vertx, HttpSettings settings, Ports ports) {
        this.vertx = vertx;
        this.settings = settings;
        this.ports = ports;
        this.errors = new ErrorMapper(vertx);
        Access access = ports.access();
        Clock steady = new SteadyClock();
        this.strangers = new Strangers(access.limits().strangers(), access.behindProxy(), steady);
        this.headers = new SecureHeaders(access.behindProxy());
        this.auditing = new Auditing(access.audit(), access.behindProxy(), Clock.systemUTC());
        this.authentication =
                new Authentication(ports.keys(), access, new Throttle(access.limits(), steady), strangers);
    }

    /** Starts to serve. @return the port */
    public Future<Integer> listen() {
        Router router = router();
        DeploymentOptions options = new DeploymentOptions().setInstances(settings.instances());
        return vertx.deployVerticle(() -> server(router), options)
                .map(deployed -> servers.element().actualPort());
    }

    /** Takes no new connection, ends the live streams, and waits a while for calls under way. */
    public Future<Void> close() {
        ports.live().close();
        List<Future<Void>> ends = new ArrayList<>();
        servers.forEach(server -> ends.add(server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS)));
        return Future.join(ends).mapEmpty();
    }

    private Deployable server(Router router) {
        return new VerticleBase() {
            @Override
            public Future<?> start() {
                HttpServer server = vertx.createHttpServer(options());
                return server.requestHandler(router)
                        .invalidRequestHandler(Api.this::refuse)
                        .listen()
                        .onSuccess(servers::add);
            }
        };
    }

    private void refuse(HttpServerRequest invalid) {
        headers.put(invalid, "/");
        ErrorMapper.invalid(invalid);
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setIdleTimeout(Math.toIntExact(settings.idle().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxInitialLineLength(MAX_ADDRESS)
                .setHandle100ContinueAutomatically(true)
                .setCompressionSupported(false);
    }

    Router router() {
        Router router = Router.router(vertx);
        for (int status : ROUTER_ERRORS) router.errorHandler(status, errors::handle);
        router.route().handler(AccessLog::handle).handler(headers::handle).failureHandler(errors::handle);
        endpoints().forEach(endpoint -> mount(router, endpoint));
        new PageRoutes(contract).mount(router, this::meet);
        return router;
    }

    List<Endpoint> endpoints() {
        Reads reads = ports.reads();
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.addAll(new PushRoutes(vertx, ports.intake(), ports.kept(), settings.intake(), errors).endpoints());
        endpoints.addAll(new ReviewRoutes(reads).endpoints());
        endpoints.addAll(new CorrectionRoutes(vertx, ports.corrections()).endpoints());
        endpoints.addAll(new PackRoutes(vertx, ports.sandbox()).endpoints());
        Once once = new Once(vertx, ports.loop().requests());
        endpoints.addAll(new TicketRoutes(vertx, ports.loop().tickets(), once).endpoints());
        endpoints.addAll(new CaseRoutes(vertx, ports.loop().cases(), once).endpoints());
        endpoints.addAll(new PlaybookRoutes(vertx, ports.loop().playbooks(), once).endpoints());
        endpoints.addAll(new ServiceRoutes(ports.loop().tickets()).endpoints());
        endpoints.addAll(new AlertRoutes(vertx, ports.alerts()).endpoints());
        endpoints.addAll(new RuleRoutes(vertx, ports.rules()).endpoints());
        endpoints.addAll(new TrendRoutes(reads).endpoints());
        endpoints.addAll(new InsightRoutes(reads).endpoints());
        endpoints.addAll(new ReportRoutes(reads).endpoints());
        endpoints.addAll(new AnalyzeRoutes(vertx, reads).endpoints());
        endpoints.addAll(new SubjectRoutes(reads).endpoints());
        endpoints.addAll(new StreamRoutes(vertx, ports.live(), settings.subscribers()).endpoints());
        endpoints.addAll(new KeyRoutes(vertx, ports.keyring(), ports.keys()).endpoints());
        endpoints.addAll(new TargetRoutes(vertx, ports.targets()).endpoints());
        endpoints.addAll(new LoginRoutes(vertx, ports.access()).endpoints());
        endpoints.addAll(new UserRoutes(vertx, ports.access().users()).endpoints());
        endpoints.addAll(new AuditRoutes(vertx, ports.access().audit()).endpoints());
        endpoints.addAll(new OperationRoutes(vertx, ports.readiness(), ports.metrics()).endpoints());
        endpoints.addAll(new PageRoutes(contract).endpoints());
        return endpoints;
    }

    private void mount(Router router, Endpoint endpoint) {
        Route route = router.route(endpoint.method(), endpoint.route());
        if (endpoint.audited() != Audited.NONE) route.handler(ctx -> auditing.begin(ctx, endpoint));
        if (endpoint.open()) {
            route.handler(this::meet);
        } else {
            route.handler(ctx -> {
                // the lookup takes a moment, and what arrives meanwhile must not be lost
                ctx.request().pause();
                authentication.check(ctx, endpoint);
            });
        }
        route.handler(ctx -> open(ctx, endpoint));
    }

    /** Lets a stranger in. */
    private void meet(RoutingContext ctx) {
        strangers.count(ctx);
        ctx.next();
    }

    private void open(RoutingContext ctx, Endpoint endpoint) {
        contract.check(endpoint, ctx.queryParams());
        if (!endpoint.readsBody()) ctx.request().resume();
        endpoint.handler().handle(ctx);
    }
}
