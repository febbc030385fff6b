package huisheng.alert.delivery;

import io.vertx.core.Future;

/** Sends notices to targets of one kind. Safe from any thread. */
interface Notifier {
    /**
     * Ends within the time of a call, and sends nothing after that. Fails for nothing that the target or the network
     * does: that is an outcome.
     */
    Future<Outcome> send(Parcel parcel);
}
