package huisheng.alert.delivery;

import huisheng.store.StoredTarget;
import io.vertx.core.Future;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Judges addresses before they are kept, and keeps them sealed. Safe from any thread. */
public final class AddressBook {
    private static final int MOST_RECIPIENTS = 20;
    private static final int SHORTEST_SECRET = 16;

    private final AddressGuard guard;
    private final Vault vault;
    private final boolean mails;

    /** @param mails whether mail can be sent at all */
    public AddressBook(AddressGuard guard, Vault vault, boolean mails) {
        this.guard = guard;
        this.vault = vault;
        this.mails = mails;
    }

    /**
     * An address as it is kept.
     *
     * @param shown as much of it as may be read
     * @param sealed address and secret
     */
    public record Entry(String shown, String sealed) {}

    /** Fails with {@link AddressRefused}. */
    public Future<Entry> enter(String name, TargetKind kind, Address address) {
        return shown(kind, address).map(shown -> new Entry(shown, vault.seal(name, address)));
    }

    /** The kept address under the same name. */
    public Address read(StoredTarget target) {
        return vault.open(target.name(), target.sealed());
    }

    private Future<String> shown(TargetKind kind, Address address) {
        if (kind == TargetKind.EMAIL) return recipients(address.address());
        if (kind == TargetKind.WEBHOOK
                && (address.secret() == null || address.secret().length() < SHORTEST_SECRET)) {
            return Future.failedFuture(AddressRefused.of(AddressRefused.Why.SECRET));
        }
        return guard.check(address.address()).map(AddressBook::shown);
    }

    /** Path and query of a bot are all that is needed to write to its group. */
    private static String shown(AddressGuard.Place place) {
        return place.uri().getScheme() + "://" + place.uri().getRawAuthority() + "/…";
    }

    private Future<String> recipients(String addresses) {
        if (!mails) return Future.failedFuture(AddressRefused.of(AddressRefused.Why.NO_MAIL_SERVER));
        try {
            InternetAddress[] parsed = InternetAddress.parse(addresses, true);
            for (InternetAddress one : parsed) one.validate();
            if (parsed.length > 0 && parsed.length <= MOST_RECIPIENTS) return Future.succeededFuture(addresses);
        } catch (AddressException e) {
            // told below, without what was given
        }
        return Future.failedFuture(AddressRefused.of(AddressRefused.Why.MAIL));
    }
}
