package huisheng.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import huisheng.access.Principal;
import huisheng.access.SteadyClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * Verifies JSON Web Tokens of the provider: signed with RS256 or ES256 by a key that it shows, for this service, and
 * within their time. Safe from any thread.
 */
public final class Tokens implements TokenLookup {
    private static final int MAX_LENGTH = 8 << 10;
    /** Clocks differ a little. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final TokenSettings settings;
    private final KeyCache keys;
    private final Claims claims;
    private final Clock clock;

    public Tokens(Vertx vertx, TokenSettings settings) {
        this(settings, new HttpKeySource(vertx, settings.keys()), Clock.systemUTC(), new SteadyClock());
    }

    /**
     * @param clock by which tokens end
     * @param steady by which keys grow old
     */
    Tokens(TokenSettings settings, KeySource source, Clock clock, Clock steady) {
        this.settings = settings;
        this.keys = new KeyCache(source, steady);
        this.claims = new Claims(settings);
        this.clock = clock;
    }

    @Override
    public Future<Optional<Principal>> verify(String token) {
        if (token.length() > MAX_LENGTH) return Future.succeededFuture(Optional.empty());
        try {
            SignedJWT signed = SignedJWT.parse(token);
            JWSHeader header = signed.getHeader();
            if (!isAllowed(header) || !isForUsNow(signed.getJWTClaimsSet())) {
                return Future.succeededFuture(Optional.empty());
            }
            return keys.find(header.getKeyID())
                    .map(key -> key.filter(found -> isSigned(signed, found)).flatMap(found -> principal(signed)));
        } catch (ParseException e) {
            return Future.succeededFuture(Optional.empty());
        }
    }

    /** A signature with a shared secret, or none at all, could be anyone's. */
    private static boolean isAllowed(JWSHeader header) {
        JWSAlgorithm algorithm = header.getAlgorithm();
        return (algorithm.equals(JWSAlgorithm.RS256) || algorithm.equals(JWSAlgorithm.ES256))
                && header.getKeyID() != null
                && header.getCriticalParams() == null;
    }

    private boolean isForUsNow(JWTClaimsSet set) {
        Instant now = clock.instant();
        Date until = set.getExpirationTime();
        Date from = set.getNotBeforeTime();
        return settings.issuer().equals(set.getIssuer())
                && set.getAudience().contains(settings.audience())
                && until != null
                && now.isBefore(until.toInstant().plus(SKEW))
                && (from == null || !now.isBefore(from.toInstant().minus(SKEW)));
    }

    /** By the algorithm of the key, not the one that the token would like. */
    private static boolean isSigned(SignedJWT signed, JWK key) {
        try {
            JWSVerifier verifier = switch (key) {
                case RSAKey rsa when allows(rsa, signed, JWSAlgorithm.RS256) -> new RSASSAVerifier(rsa);
                case ECKey ec when allows(ec, signed, JWSAlgorithm.ES256) -> new ECDSAVerifier(ec);
                default -> null;
            };
            return verifier != null && signed.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private static boolean allows(JWK key, SignedJWT signed, JWSAlgorithm algorithm) {
        return signed.getHeader().getAlgorithm().equals(algorithm)
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE));
    }

    private Optional<Principal> principal(SignedJWT signed) {
        try {
            return claims.principal(signed.getJWTClaimsSet());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
