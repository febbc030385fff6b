package huisheng.access;

import huisheng.review.Labelled;
import huisheng.store.KeyTable;
import huisheng.store.StoredKey;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keys in the store's table. */
public final class TableKeyring implements Keyring, KeyLookup {
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
        return table.find(hash).map(found -> found.map(TableKeyring::principal));
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
                        wanted.rights().stream().map(Right::label).collect(Collectors.toSet()))
                .map(inserted -> inserted.map(key -> new Made(secret, key)));
    }

    @Override
    public Future<List<StoredKey>> list() {
        return table.list();
    }

    @Override
    public Future<Optional<String>> revoke(long id) {
        return table.revoke(id);
    }
}
