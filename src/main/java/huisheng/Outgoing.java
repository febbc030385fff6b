package huisheng;

import huisheng.alert.delivery.AddressBook;
import huisheng.alert.delivery.AddressGuard;
import huisheng.alert.delivery.Courier;
import huisheng.alert.delivery.Notifiers;
import huisheng.alert.delivery.Postage;
import huisheng.alert.delivery.ReviewTeller;
import huisheng.alert.delivery.Vault;
import huisheng.http.TargetDesk;
import huisheng.store.AlertRuleTable;
import huisheng.store.Database;
import huisheng.store.DeliveryQueue;
import huisheng.store.DeliveryTable;
import huisheng.store.ReviewTelling;
import huisheng.store.TargetTable;
import huisheng.store.Wakeups;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that tells targets outside: made and started together, and stopped in the reverse order. */
final class Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final long PRUNE_MS = 3_600_000;
    /** Of a call's time; within it a claim is called or left, called, and written down. */
    private static final int LEASE_CALLS = 4;

    private final Vertx vertx;
    private final Notifiers notifiers;
    private final Courier courier;
    private final ReviewTeller teller;
    private final DeliveryFigures figures;
    private final DeliveryTable deliveries;
    private final TargetDesk desk;
    private long timer = -1;

    /** @param key of the installation */
    Outgoing(Vertx vertx, Database database, Settings settings, byte[] key, MeterRegistry metrics) {
        this.vertx = vertx;
        Settings.Delivery delivery = settings.delivery();
        Duration timeout = Duration.ofSeconds(delivery.timeoutSeconds());
        AddressGuard guard = new AddressGuard(vertx, delivery.allowPrivate(), Set.copyOf(delivery.hosts()));
        Vault vault = new Vault(key);
        this.notifiers = new Notifiers(vertx, guard, settings.mail().server(), timeout);
        Postage postage = new Postage(notifiers, vault, settings.publicUrl());
        this.deliveries = new DeliveryTable(database);
        this.figures = new DeliveryFigures(vertx, metrics, deliveries);
        DeliveryQueue queue = new DeliveryQueue(database, timeout.multipliedBy(LEASE_CALLS));
        this.courier = new Courier(vertx, queue, postage, timeout, figures::count);
        this.teller = new ReviewTeller(vertx, new ReviewTelling(database), Clock.systemUTC());
        AddressBook addresses = new AddressBook(guard, vault, notifiers.mails());
        this.desk = new TargetDesk(
                new TargetTable(database),
                deliveries,
                new AlertRuleTable(database),
                addresses,
                postage,
                Clock.systemUTC());
        database.wakeups().subscribe(Wakeups.OUTBOX, courier::wake);
        database.wakeups().subscribe(Wakeups.CHANGE, teller::wake);
    }

    TargetDesk desk() {
        return desk;
    }

    void start() {
        courier.start();
        teller.start();
        figures.start();
        timer = vertx.setPeriodic(
                PRUNE_MS, id -> deliveries.prune().onFailure(e -> LOG.warn("old deliveries could not be pruned", e)));
    }

    /** Ends after the calls under way. */
    Future<Void> stop() {
        boolean pruned = vertx.cancelTimer(timer);
        LOG.debug("pruning stopped: {}", pruned);
        return figures.stop().eventually(teller::stop).eventually(courier::stop).eventually(notifiers::close);
    }
}
