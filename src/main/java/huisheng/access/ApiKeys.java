package huisheng.access;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes and verifies keys. A key is 32 random bytes, so a plain SHA-256 of it can be kept: there is nothing to guess.
 * Safe from any thread.
 */
public final class ApiKeys {
    /** How long a revoked key may still work. */
    static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int MAX_REMEMBERED = 1_000;
    private static final String PREFIX = "hs_";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final KeyLookup lookup;
    /** A steady one: else a clock set back would keep revoked keys. */
    private final Clock clock;

    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    public ApiKeys(KeyLookup lookup) {
        this(lookup, new SteadyClock());
    }

    ApiKeys(KeyLookup lookup, Clock clock) {
        this.lookup = lookup;
        this.clock = clock;
    }

    /** A new key; to be shown once and kept only as its {@link #hash}. */
    public static String generate() {
        return PREFIX + Digests.secret();
    }

    /** Lower-case hexadecimal SHA-256 of the key. */
    public static String hash(String key) {
        return Digests.sha256(key);
    }

    /** The key's owner; empty for a key that is unknown or not even shaped like one. */
    public Future<Optional<Principal>> verify(String key) {
        if (!SHAPE.matcher(key).matches()) return Future.succeededFuture(Optional.empty());
        return verifyHash(hash(key));
    }

    /** The same for a key seen before, of which only the hash was kept. */
    public Future<Optional<Principal>> verifyHash(String hash) {
        Principal remembered = remembered(hash);
        if (remembered != null) return Future.succeededFuture(Optional.of(remembered));
        return lookup.find(hash).map(found -> {
            // only hits are remembered: a flood of wrong keys must not push out the right ones
            found.ifPresent(principal -> remember(hash, principal));
            return found;
        });
    }

    /** Makes the end of any secret take effect at once in this process. */
    public void forgetAll() {
        synchronized (known) {
            known.clear();
        }
    }

    /** Makes a revocation take effect at once in this process. */
    public void forget(String hash) {
        synchronized (known) {
            known.remove(hash);
        }
    }

    private @Nullable Principal remembered(String hash) {
        synchronized (known) {
            Known entry = known.get(hash);
            return entry != null && clock.instant().isBefore(entry.until) ? entry.principal : null;
        }
    }

    private void remember(String hash, Principal principal) {
        synchronized (known) {
            known.put(hash, new Known(principal, clock.instant().plus(REMEMBERED)));
        }
    }

    private record Known(Principal principal, Instant until) {}
}
