package huisheng.alert.delivery;

import io.vertx.core.Future;

/** Sends over HTTP what its dialect says. */
final class HttpNotifier implements Notifier {
    private final GuardedClient client;
    private final Dialect dialect;

    HttpNotifier(GuardedClient client, Dialect dialect) {
        this.client = client;
        this.dialect = dialect;
    }

    @Override
    public Future<Outcome> send(Parcel parcel) {
        return client.post(dialect.call(parcel))
                .map(reply -> dialect.read(reply, parcel.now()))
                .recover(failure -> Future.succeededFuture(outcome(failure)));
    }

    /** Of a failure only its kind is told: messages repeat addresses. */
    private static Outcome outcome(Throwable failure) {
        if (failure instanceof AddressRefused refused && refused.why() != AddressRefused.Why.UNKNOWN) {
            return new Outcome.Refused("address: " + refused.why().label());
        }
        return new Outcome.Unreachable(
                failure instanceof AddressRefused
                        ? "the host's name is unknown"
                        : failure.getClass().getSimpleName());
    }
}
