package huisheng.access;

import huisheng.review.Labelled;
import huisheng.store.KeyTable;
import huisheng.store.StoredKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys in the store's table. */
public final class TableKeyring implements Keyring, KeyLookup {
    private static final Logger LOG = LoggerFactory.getLogger(TableKeyring.class);

    private final KeyTable table;

    public TableKeyring(KeyTable table) {
        this.table = table;
    }

    /** Whether any key was ever made. */
    public Future<Boolean> any() {
        return table.any();
    }

    @Override
    public Future<Optional<Principal>> find(String hash) {
        return table.find(hash).map(found -> {
            found.ifPresent(key -> table.use(key.id())
                    .onFailure(e -> LOG.warn("that key {} was used could not be noted", key.id(), e)));
            return found.map(TableKeyring::principal);
        });
    }

    private static Principal principal(StoredKey key) {
        return new Principal(
                key.id(),
                key.name(),
                key.scope(),
                key.rights().stream()
                        .map(label -> Labelled.of(Right.class, label))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Future<Optional<Made>> make(NewKey wanted) {
        String secret = ApiKeys.generate();
        return table.insert(
                        ApiKeys.hash(secret),
                        wanted.name(),
                        wanted.scope(),
                        wanted.rights().stream().map(Right::label).collect(Collectors.toSet()),
                        wanted.expiresAt())
                .map(inserted -> inserted.map(key -> new Made(secret, key)));
    }

    @Override
    public Future<List<StoredKey>> list() {
        return table.list();
    }

    @Override
    public Future<Optional<Made>> rotate(long id, Duration overlap) {
        String secret = ApiKeys.generate();
        return table.rotate(id, ApiKeys.hash(secret), overlap)
                .map(rotated -> rotated.map(key -> new Made(secret, key)));
    }

    @Override
    public Future<List<String>> revoke(long id) {
        return table.revoke(id);
    }
}
