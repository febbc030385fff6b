package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.access.ApiKeys;
import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.access.Role;
import huisheng.access.SteadyClock;
import huisheng.access.token.TokenLookup;
import huisheng.access.user.Login;
import huisheng.access.user.User;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whether a long call, such as a stream, is still its caller's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationTest {
    private static final String PASSWORD = "correct horse battery";

    private final Vertx vertx = Vertx.vertx();
    private final FakePeople people = new FakePeople();
    private volatile Scope tokensScope = Scope.ALL;
    private final Queue<Supplier<Future<Boolean>>> calls = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeAll
    void start() {
        TokenLookup tokens = token -> Future.succeededFuture(
                Optional.of(new Principal(Principal.Kind.TOKEN, 1, "t", tokensScope, Set.of(Right.READ), null)));
        Access access = new Access(people, people, tokens, new FakeAudit(), new Access.Limits(100, 100, 100), false);
        Authentication authentication = new Authentication(
                new ApiKeys(hash -> Future.succeededFuture(Optional.empty())),
                access,
                new Throttle(access.limits(), new SteadyClock()),
                new Strangers(100, false, new SteadyClock()));
        Endpoint endpoint = Endpoint.get("/", Right.READ, ctx -> {});
        Router router = Router.router(vertx);
        router.route().handler(ctx -> authentication.check(ctx, endpoint)).handler(ctx -> {
            calls.add(Calls.stillHolds(ctx));
            Calls.done(ctx);
        });
        server = Server.await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @AfterAll
    void stop() {
        Server.finish(vertx.close());
    }

    private static User.Profile post(String region) {
        return new User.Profile("李娜", Role.POST, new Scope(Map.of(Dimension.REGION, Set.of(region))), null, false);
    }

    private Supplier<Future<Boolean>> call(String header, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort()))
                .header(header, value)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(204);
        }
        return calls.remove();
    }

    @Test
    void stillHolds_scopeOfThePersonChanged_noLonger() throws Exception {
        User user = Server.await(people.add("li.na", PASSWORD, post("广东"))).orElseThrow();
        Login login = Server.await(people.login("li.na", PASSWORD, "here"));
        String secret = ((Login.Welcome) login).session().secret();
        Supplier<Future<Boolean>> holds = call("Cookie", SessionCookie.NAME + "=" + secret);
        assertThat(Server.await(holds.get())).isTrue();
        assertThat(Server.await(people.update(user.id(), post("福建")))).isPresent();
        assertThat(Server.await(holds.get())).isFalse();
        Supplier<Future<Boolean>> anew = call("Cookie", SessionCookie.NAME + "=" + secret);
        assertThat(Server.await(anew.get())).isTrue();
    }

    @Test
    void stillHolds_tokenThatSaysSomethingElse_noLonger() throws Exception {
        Supplier<Future<Boolean>> holds = call("Authorization", "Bearer a.b.c");
        assertThat(Server.await(holds.get())).isTrue();
        tokensScope = new Scope(Map.of(Dimension.BRAND, Set.of("云岭")));
        assertThat(Server.await(holds.get())).isFalse();
    }
}
