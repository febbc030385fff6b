package huisheng.http;

import huisheng.access.ApiKeys;
import huisheng.access.KeyLookup;
import huisheng.access.Keyring;
import huisheng.access.NewKey;
import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.store.StoredKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps keys in memory, five at most. */
final class FakeKeyring implements Keyring, KeyLookup {
    private final Map<String, Made> made = new LinkedHashMap<>();
    private final Map<String, Principal> valid = new LinkedHashMap<>();
    private long last = 100;

    @Override
    public synchronized Future<Optional<Made>> make(NewKey wanted) {
        if (valid.size() == 5) return Future.succeededFuture(Optional.empty());
        String secret = ApiKeys.generate();
        StoredKey key = new StoredKey(
                ++last,
                wanted.name(),
                wanted.scope(),
                wanted.rights().stream().map(Right::label).collect(Collectors.toSet()),
                Instant.EPOCH,
                null,
                wanted.expiresAt(),
                null);
        valid.put(ApiKeys.hash(secret), new Principal(key.id(), key.name(), key.scope(), wanted.rights()));
        made.put(ApiKeys.hash(secret), new Made(secret, key));
        return Future.succeededFuture(Optional.of(new Made(secret, key)));
    }

    @Override
    public synchronized Future<List<StoredKey>> list() {
        return Future.succeededFuture(made.values().stream().map(Made::key).toList());
    }

    @Override
    public synchronized Future<List<String>> revoke(long id) {
        List<String> hashes = made.entrySet().stream()
                .filter(entry -> entry.getValue().key().id() == id && valid.containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        hashes.forEach(valid::remove);
        return Future.succeededFuture(hashes);
    }

    /** With no overlap, whatever is asked for. */
    @Override
    public synchronized Future<Optional<Made>> rotate(long id, Duration overlap) {
        for (Map.Entry<String, Made> entry : made.entrySet()) {
            Principal owner = valid.get(entry.getKey());
            if (owner == null || owner.id() != id) continue;
            Made rotated = new Made(ApiKeys.generate(), entry.getValue().key());
            made.remove(entry.getKey());
            valid.remove(entry.getKey());
            made.put(ApiKeys.hash(rotated.secret()), rotated);
            valid.put(ApiKeys.hash(rotated.secret()), owner);
            return Future.succeededFuture(Optional.of(rotated));
        }
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public synchronized Future<Optional<Principal>> find(String hash) {
        return Future.succeededFuture(Optional.ofNullable(valid.get(hash)));
    }
}
