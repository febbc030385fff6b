package huisheng.access;

import huisheng.store.StoredKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys that there are. Safe from any thread. */
public interface Keyring {
    /**
     * A key just made.
     *
     * @param secret to be shown this once; only its hash is kept
     */
    record Made(String secret, StoredKey key) {
        /** Without the secret, so that it reaches no log. */
        @Override
        public String toString() {
            return "Made[" + key + "]";
        }
    }

    /** Empty where there are too many valid keys. */
    Future<Optional<Made>> make(NewKey wanted);

    /** Valid keys first. */
    Future<List<StoredKey>> list();

    /**
     * A valid key with another secret.
     *
     * @param overlap for which the one before works, too
     * @return empty where there is no valid key
     */
    Future<Optional<Made>> rotate(long id, Duration overlap);

    /** The hashes of the key that is revoked now; empty where there is none, or it was revoked before. */
    Future<List<String>> revoke(long id);
}
