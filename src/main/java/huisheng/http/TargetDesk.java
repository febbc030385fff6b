package huisheng.http;

import huisheng.access.Principal;
import huisheng.alert.delivery.Address;
import huisheng.alert.delivery.AddressBook;
import huisheng.alert.delivery.AddressRefused;
import huisheng.alert.delivery.Outcome;
import huisheng.alert.delivery.Postage;
import huisheng.alert.delivery.TargetKind;
import huisheng.review.Filter;
import huisheng.review.Labelled;
import huisheng.review.Scope;
import huisheng.store.AlertRuleTable;
import huisheng.store.DeliveryTable;
import huisheng.store.StoredDelivery;
import huisheng.store.StoredTarget;
import huisheng.store.TargetTable;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks and keeps targets, and shows what became of deliveries. */
public final class TargetDesk implements Targets {
    private static final Pattern CURSOR = Pattern.compile("\\d{1,18}");

    private final TargetTable targets;
    private final DeliveryTable deliveries;
    private final AlertRuleTable rules;
    private final AddressBook addresses;
    private final Postage postage;
    private final Clock clock;

    public TargetDesk(
            TargetTable targets,
            DeliveryTable deliveries,
            AlertRuleTable rules,
            AddressBook addresses,
            Postage postage,
            Clock clock) {
        this.targets = targets;
        this.deliveries = deliveries;
        this.rules = rules;
        this.addresses = addresses;
        this.postage = postage;
        this.clock = clock;
    }

    /** All of them. */
    record Listing(List<TargetAnswer> targets) {}

    /** @param outcome {@code delivered} or what else; {@code reason} why not */
    record Tested(String outcome, @Nullable String reason) {
        static Tested of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Delivered delivered -> new Tested("delivered", null);
                case Outcome.Busy(Duration pause) -> new Tested("throttled", "too much is under way here");
                case Outcome.Throttled(String why, Duration pause) -> new Tested("throttled", why);
                case Outcome.Unreachable(String why) -> new Tested("unreachable", why);
                case Outcome.Failed(String why) -> new Tested("failed", why);
                case Outcome.Refused(String why) -> new Tested("refused", why);
            };
        }
    }

    /** @param cursor for the next page; null after the last */
    record Page(List<StoredDelivery> deliveries, @Nullable String cursor) {}

    @Override
    public Future<Listing> list() {
        return targets.list()
                .map(all -> new Listing(all.stream().map(TargetAnswer::of).toList()));
    }

    @Override
    public Future<Optional<TargetAnswer>> find(String name) {
        return targets.find(name).map(found -> found.map(TargetAnswer::of));
    }

    @Override
    public Future<TargetAnswer> put(Principal caller, String name, TargetRequest request) {
        Filter filter = request.reviews();
        Scope scope = request.about();
        return targets.find(name)
                .map(found -> address(request, found.orElse(null)))
                .compose(address -> addresses.enter(name, request.kind(), address))
                .recover(failure -> Future.failedFuture(
                        failure instanceof AddressRefused refused ? problem(refused.why()) : failure))
                .compose(entry -> targets.put(new TargetTable.NewTarget(
                        name,
                        request.kind().label(),
                        entry.shown(),
                        entry.sealed(),
                        String.valueOf(request.language()),
                        request.events() == null ? Set.of() : request.events(),
                        request.leastLevel(),
                        filter,
                        scope,
                        request.enabled() == null || request.enabled(),
                        caller.name())))
                .map(put -> put.orElseThrow(() -> ProblemException.of(ProblemType.TOO_MANY_TARGETS, TargetTable.MOST)))
                .map(TargetAnswer::of);
    }

    /** A new address never takes over an old secret: who may set one need not know the other. */
    private Address address(TargetRequest request, @Nullable StoredTarget known) {
        String given = request.address();
        if (given != null) return new Address(given.strip(), request.secret());
        if (known == null || Labelled.of(TargetKind.class, known.kind()) != request.kind()) {
            throw ProblemException.value("/address", "missing");
        }
        Address kept = addresses.read(known);
        return request.secret() == null ? kept : new Address(kept.address(), request.secret());
    }

    private static ProblemException problem(AddressRefused.Why why) {
        String pointer = why == AddressRefused.Why.SECRET ? "/secret" : "/address";
        return ProblemException.value(pointer, "address-" + why.label());
    }

    @Override
    public Future<Boolean> delete(String name) {
        return rules.naming(name)
                .compose(naming -> naming.isEmpty()
                        ? targets.delete(name)
                        : Future.failedFuture(ProblemException.of(ProblemType.TARGET_IN_USE, naming.toString())
                                .with("rules", naming)));
    }

    @Override
    public Future<Optional<Tested>> test(String name) {
        return targets.find(name)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : postage.test(found.get(), clock.instant()).map(outcome -> Optional.of(Tested.of(outcome))));
    }

    @Override
    public Future<Page> deliveries(@Nullable String state, @Nullable String cursor, int limit) {
        if (cursor != null && !CURSOR.matcher(cursor).matches()) throw ProblemException.parameter("cursor", "pattern");
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        return deliveries
                .list(state, before, limit)
                .map(found -> new Page(
                        found,
                        found.size() < limit
                                ? null
                                : Long.toString(found.getLast().id())));
    }

    @Override
    public Future<Optional<StoredDelivery>> resend(long id) {
        return deliveries
                .find(id)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(found)
                        : deliveries
                                .resend(id)
                                .compose(again -> again
                                        ? deliveries.find(id)
                                        : Future.failedFuture(ProblemException.of(ProblemType.NOT_DEAD))));
    }
}
