package huisheng.access.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.vertx.core.Future;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider's keys, asked for again when they are old or a token names one that is not among them; at most once a
 * minute, so that made-up tokens cause no traffic. Safe from any thread.
 */
final class KeyCache {
    static final Duration PAUSE = Duration.ofMinutes(1);
    static final Duration OLD = Duration.ofHours(1);
    /** A provider out of reach for that long may have withdrawn any of them. */
    static final Duration USELESS = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(KeyCache.class);

    private final KeySource source;
    private final Clock clock;
    private JWKSet keys = new JWKSet();
    private Instant fetchedAt = Instant.MIN;
    private Instant askedAt = Instant.MIN;
    private @Nullable Future<JWKSet> asking;

    /** @param clock a steady one: else one set back would keep withdrawn keys */
    KeyCache(KeySource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** @param id as the token names it */
    Future<Optional<JWK>> find(String id) {
        Future<JWKSet> fresh = refresh(id);
        return fresh.map(set -> Optional.ofNullable(set.getKeyByKeyId(id)));
    }

    private synchronized Future<JWKSet> refresh(String id) {
        Instant now = clock.instant();
        boolean wanted = keys.getKeyByKeyId(id) == null || fetchedAt.isBefore(now.minus(OLD));
        Future<JWKSet> running = asking;
        if (!wanted) return Future.succeededFuture(keys);
        if (running != null) return running;
        if (askedAt.isAfter(now.minus(PAUSE))) return Future.succeededFuture(keys);
        askedAt = now;
        Future<JWKSet> answer = source.fetch().map(KeyCache::parse).transform(fetched -> {
            if (fetched.failed()) LOG.warn("the provider's keys could not be fetched", fetched.cause());
            return Future.succeededFuture(keep(fetched.failed() ? null : fetched.result(), now));
        });
        // an answer that is there already has been kept before
        asking = answer.isComplete() ? null : answer;
        return answer;
    }

    /** Where the provider cannot be asked, the keys before stand, for a while. */
    private synchronized JWKSet keep(@Nullable JWKSet fetched, Instant at) {
        asking = null;
        if (fetched == null && fetchedAt.isBefore(at.minus(USELESS))) keys = new JWKSet();
        if (fetched != null) {
            keys = fetched;
            fetchedAt = at;
        }
        return keys;
    }

    private static JWKSet parse(String json) {
        try {
            return JWKSet.parse(json).toPublicJWKSet();
        } catch (ParseException e) {
            throw new IllegalArgumentException("no set of keys", e);
        }
    }
}
