package huisheng.access.token;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import huisheng.SettableClock;
import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real signatures, and a provider on the loopback that shows real keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
    private static final String ISSUER = "https://id.example";
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock clock = new SettableClock(NOW);
    private final SettableClock steady = new SettableClock(Instant.EPOCH);
    private final AtomicInteger fetches = new AtomicInteger();
    private final List<JWK> shown = new CopyOnWriteArrayList<>();
    private RSAKey rsa;
    private ECKey ec;
    private RSAKey stranger;
    private HttpServer provider;
    private Tokens tokens;

    @BeforeAll
    void startProvider() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        stranger = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        provider = await(vertx.createHttpServer()
                .requestHandler(request -> {
                    fetches.incrementAndGet();
                    if (shown.isEmpty()) request.response().setStatusCode(500).end();
                    else request.response().end(new JWKSet(List.copyOf(shown)).toString());
                })
                .listen(0, "127.0.0.1"));
    }

    @BeforeEach
    void startAnew() {
        show(List.of(rsa.toPublicJWK(), ec.toPublicJWK()));
        fetches.set(0);
        URI keys = URI.create("http://127.0.0.1:" + provider.actualPort() + "/keys");
        tokens = new Tokens(
                new TokenSettings(ISSUER, "huisheng", keys, "huisheng_role", "huisheng_scope"),
                new HttpKeySource(vertx, keys),
                clock,
                steady);
    }

    private void show(List<? extends JWK> keys) {
        shown.clear();
        shown.addAll(keys);
    }

    @AfterAll
    void stop() {
        await(vertx.close());
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("other", "huisheng"))
                .subject("li.na")
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("huisheng_role", "post")
                .claim("huisheng_scope", Map.of("region", List.of("广东")))
                .claim("team", "华南客服");
    }

    private static String signed(JWSAlgorithm algorithm, String id, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(id).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private String byRsa(JWTClaimsSet claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(rsa), claims);
    }

    private Optional<Principal> verify(String token) {
        return await(tokens.verify(token));
    }

    @Test
    void verify_tokenOfTheProvider_namesTheCaller() throws JOSEException {
        Principal caller = verify(byRsa(claims().build())).orElseThrow();
        assertThat(caller.kind()).isEqualTo(Principal.Kind.TOKEN);
        assertThat(caller.name()).isEqualTo("li.na");
        assertThat(caller.rights()).containsExactlyInAnyOrder(Right.READ, Right.HANDLE);
        assertThat(caller.scope()).isEqualTo(new Scope(Map.of(Dimension.REGION, Set.of("广东"))));
        assertThat(caller.team()).isEqualTo("华南客服");
        String other = byRsa(claims().subject("wang.wei").build());
        assertThat(verify(other).orElseThrow().id()).isNotEqualTo(caller.id()).isPositive();
        assertThat(verify(signed(JWSAlgorithm.ES256, "ec-1", new ECDSASigner(ec), claims().build())))
                .contains(caller);
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                bad("issuer", set -> set.issuer("https://evil.example")),
                bad("no issuer", set -> set.issuer(null)),
                bad("audience", set -> set.audience("other")),
                bad("no audience", set -> set.audience((String) null)),
                bad("expired", set -> set.expirationTime(Date.from(NOW.minusSeconds(31)))),
                bad("never expires", set -> set.expirationTime(null)),
                bad("not yet", set -> set.notBeforeTime(Date.from(NOW.plusSeconds(3_600)))),
                bad("no subject", set -> set.subject(null)),
                bad("no role", set -> set.claim("huisheng_role", null)),
                bad("unknown role", set -> set.claim("huisheng_role", "boss")),
                bad("role is a number", set -> set.claim("huisheng_role", 1)),
                bad("wider than the role", set -> set.claim("huisheng_scope", null)),
                bad("unknown dimension", set -> set.claim("huisheng_scope", Map.of("colour", List.of("red")))),
                bad("dimension of no scope", set -> set.claim("huisheng_scope", Map.of("rating", List.of("1")))),
                bad("no values", set -> set.claim("huisheng_scope", Map.of("region", List.of()))),
                bad("values no texts", set -> set.claim("huisheng_scope", Map.of("region", List.of(1)))));
    }

    private static Arguments bad(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badClaims")
    void verify_claimsThatAreNotForUsNow_openNothing(String name, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        clock.advance(Duration.between(clock.instant(), NOW));
        assertThat(verify(byRsa(claims().build()))).isPresent();
        assertThat(verify(byRsa(change.apply(claims()).build()))).isEmpty();
    }

    @Test
    void verify_unsignedOrSignedByAnother_opensNothing() throws Exception {
        assertThat(verify(new PlainJWT(claims().build()).serialize())).isEmpty();
        byte[] published = rsa.toRSAPublicKey().getEncoded();
        assertThat(verify(signed(JWSAlgorithm.HS256, "rsa-1", new MACSigner(published), claims().build())))
                .isEmpty();
        assertThat(verify(signed(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(stranger), claims().build())))
                .isEmpty();
        assertThat(verify(signed(JWSAlgorithm.RS512, "rsa-1", new RSASSASigner(rsa), claims().build())))
                .isEmpty();
        assertThat(verify(signed(JWSAlgorithm.RS256, "ec-1", new RSASSASigner(rsa), claims().build())))
                .isEmpty();
        String good = byRsa(claims().build());
        String[] parts = good.split("\\.", 3);
        String wider =
                byRsa(claims().claim("huisheng_role", "administrator").build()).split("\\.", 3)[1];
        assertThat(verify(parts[0] + "." + wider + "." + parts[2])).isEmpty();
        for (String none : List.of("a.b.c", "..", good + "x".repeat(9_000), parts[0] + "." + parts[1] + ".")) {
            assertThat(verify(none))
                    .as(none.substring(0, Math.min(40, none.length())))
                    .isEmpty();
        }
    }

    @Test
    void verify_rotatedKey_isFetchedAgainAtMostOnceAMinute() throws JOSEException {
        String first = byRsa(claims().build());
        assertThat(verify(first)).isPresent();
        RSAKey next = new RSAKeyGenerator(2048).keyID("rsa-2").generate();
        String second = signed(JWSAlgorithm.RS256, "rsa-2", new RSASSASigner(next), claims().build());
        show(List.of(next.toPublicJWK()));
        for (int i = 0; i < 50; i++) assertThat(verify(second)).isEmpty();
        assertThat(fetches).hasValue(1);
        steady.advance(Duration.ofSeconds(61));
        assertThat(verify(second)).isPresent();
        assertThat(verify(first)).isEmpty();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void verify_keysBeyondAllMeasure_areNotRead() throws JOSEException {
        List<JWK> many = new ArrayList<>(List.of(rsa.toPublicJWK()));
        for (int i = 0; i < 3_000; i++)
            many.add(new RSAKey.Builder(rsa.toPublicJWK()).keyID("k" + i).build());
        show(many);
        assertThat(new JWKSet(many).toString()).hasSizeGreaterThan(1 << 20);
        assertThat(verify(byRsa(claims().build()))).isEmpty();
    }

    @Test
    void verify_providerDown_goesOnWithTheKeysBefore() throws JOSEException {
        assertThat(verify(byRsa(claims().build()))).isPresent();
        show(List.of());
        steady.advance(Duration.ofHours(2));
        assertThat(verify(byRsa(claims().build()))).isPresent();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void verify_providerDownForADay_trustsTheKeysBeforeNoLonger() throws JOSEException {
        assertThat(verify(byRsa(claims().build()))).isPresent();
        show(List.of());
        steady.advance(Duration.ofHours(25));
        assertThat(verify(byRsa(claims().build()))).isEmpty();
        show(List.of(rsa.toPublicJWK()));
        steady.advance(Duration.ofSeconds(61));
        assertThat(verify(byRsa(claims().build()))).isPresent();
    }

    /** By a wall clock, the keys would look new until it has caught up. */
    @Test
    void verify_clockSetBack_stillSeesThatAKeyWasWithdrawn() throws JOSEException {
        assertThat(verify(byRsa(claims().build()))).isPresent();
        show(List.of(ec.toPublicJWK()));
        clock.advance(Duration.ofDays(-30));
        steady.advance(Duration.ofMinutes(61));
        assertThat(verify(byRsa(claims().build()))).isEmpty();
        clock.set(NOW);
    }

    @Test
    void verify_keyMeantForEncryption_opensNothing() throws JOSEException {
        show(List.of(
                new RSAKey.Builder(rsa.toPublicJWK()).keyUse(KeyUse.ENCRYPTION).build()));
        assertThat(verify(byRsa(claims().build()))).isEmpty();
    }
}
