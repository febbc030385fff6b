package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTableIT extends StoreTest {
    private static final Scope YUNLING = new Scope(Map.of(Dimension.BRAND, Set.of("云岭")));
    private static final Scope SOUTH = new Scope(Map.of(Dimension.REGION, Set.of("广东", "福建")));

    @BeforeEach
    void forgetAll() {
        await(database().pool().query("TRUNCATE target, outbox_event, delivery").execute());
    }

    private void target(String name, Set<String> events, @Nullable Integer leastLevel, Scope scope, boolean enabled) {
        await(new TargetTable(database()).put(Targets.of(name, "webhook", events, leastLevel, scope, enabled)));
    }

    @CanIgnoreReturnValue
    private Map<String, Integer> tell(NewEvent... events) {
        return await(database().pool().withTransaction(connection -> OutboxTable.tell(connection, List.of(events))));
    }

    private static NewEvent event(String key, String type, @Nullable Integer level, Scope about, String... targets) {
        return new NewEvent(key, type, level, about, "{\"key\":\"" + key + "\"}", Set.of(targets));
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        await(new DeliveryTable(database()).list(null, Long.MAX_VALUE, 100))
                .forEach(delivery -> told.add(delivery.key() + " → " + delivery.target()));
        return told;
    }

    @Test
    void tell_noTargetNamed_reachesSubscribersOfTypeAndLevel() {
        target("all", Set.of("alert.raised"), null, Scope.ALL, true);
        target("urgent", Set.of("alert.raised", "ticket.changed"), 1, Scope.ALL, true);
        target("tickets", Set.of("ticket.changed"), null, Scope.ALL, true);
        target("off", Set.of("alert.raised"), null, Scope.ALL, false);
        tell(event("a:1", "alert.raised", 1, YUNLING), event("a:2", "alert.raised", 2, YUNLING));
        tell(event("t:1", "ticket.changed", null, YUNLING));
        assertThat(told())
                .containsExactlyInAnyOrder("a:1 → all", "a:1 → urgent", "a:2 → all", "t:1 → urgent", "t:1 → tickets");
    }

    @Test
    void tell_answersHowManyTargetsAreToldOfWhat() {
        target("all", Set.of("alert.raised"), null, Scope.ALL, true);
        target("urgent", Set.of("alert.raised"), 1, Scope.ALL, true);
        NewEvent urgent = event("a:1", "alert.raised", 1, YUNLING);
        assertThat(tell(urgent, event("a:2", "alert.raised", 2, YUNLING), event("t:1", "ticket.changed", 1, YUNLING)))
                .isEqualTo(Map.of("a:1", 2, "a:2", 1));
        assertThat(tell(urgent)).isEmpty();
    }

    @Test
    void tell_targetsNamed_reachesJustThose() {
        target("a", Set.of(), null, Scope.ALL, true);
        target("b", Set.of("alert.raised"), null, Scope.ALL, true);
        tell(event("k", "alert.raised", 3, Scope.ALL, "a", "unknown"));
        assertThat(told()).containsExactly("k → a");
    }

    @Test
    void tell_outsideOfTheTargetsScope_isLeftOutEvenIfNamed() {
        target("south", Set.of("alert.raised"), null, SOUTH, true);
        tell(event("everywhere", "alert.raised", 1, Scope.ALL, "south"));
        tell(event("brand", "alert.raised", 1, YUNLING));
        tell(event("wider", "alert.raised", 1, new Scope(Map.of(Dimension.REGION, Set.of("广东", "河南")))));
        assertThat(told()).isEmpty();
        tell(event("within", "alert.raised", 1, new Scope(Map.of(Dimension.REGION, Set.of("广东")))));
        assertThat(told()).containsExactly("within → south");
    }

    /** The condition in SQL says what {@link Scope#covers} says. */
    @Test
    void tell_manyScopes_agreesWithCovers() {
        List<Scope> scopes = new ArrayList<>(List.of(Scope.ALL, YUNLING, SOUTH));
        scopes.add(new Scope(Map.of(Dimension.BRAND, Set.of("云岭"), Dimension.REGION, Set.of("广东"))));
        for (Dimension dimension : Scope.DIMENSIONS) {
            scopes.add(new Scope(Map.of(dimension, Set.of("a"))));
            scopes.add(new Scope(Map.of(dimension, Set.of("a", "b"))));
            scopes.add(new Scope(Map.of(dimension, Set.of("a", "c"))));
        }
        for (int i = 0; i < scopes.size(); i++) target("t" + i, Set.of("alert.raised"), null, scopes.get(i), true);
        List<String> expected = new ArrayList<>();
        for (int e = 0; e < scopes.size(); e++) {
            tell(event("e" + e, "alert.raised", null, scopes.get(e)));
            for (int t = 0; t < scopes.size(); t++) {
                if (scopes.get(t).covers(scopes.get(e))) expected.add("e" + e + " → t" + t);
            }
        }
        assertThat(await(new DeliveryTable(database()).list(null, Long.MAX_VALUE, 1_000)))
                .extracting(delivery -> delivery.key() + " → " + delivery.target())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void tell_sameKeyAgain_isToldOnce() {
        target("a", Set.of("alert.raised"), null, Scope.ALL, true);
        tell(event("k", "alert.raised", 1, Scope.ALL), event("k", "alert.raised", 1, Scope.ALL));
        tell(event("k", "alert.raised", 1, Scope.ALL));
        target("later", Set.of("alert.raised"), null, Scope.ALL, true);
        tell(event("k", "alert.raised", 1, Scope.ALL));
        assertThat(told()).containsExactly("k → a");
    }

    @Test
    void tell_transactionThatFails_tellsNothing() {
        target("a", Set.of("alert.raised"), null, Scope.ALL, true);
        assertThatThrownBy(() -> await(database()
                        .pool()
                        .withTransaction(connection -> OutboxTable.tell(
                                        connection, List.of(event("k", "alert.raised", 1, Scope.ALL)))
                                .compose(told -> Future.failedFuture("something else failed")))))
                .isNotNull();
        assertThat(told()).isEmpty();
        tell(event("k", "alert.raised", 1, Scope.ALL));
        assertThat(told()).hasSize(1);
    }

    @Test
    void erase_writerOfAReview_forgetsWhatWasToldOfIt() {
        target("a", Set.of("review.matched"), null, Scope.ALL, true);
        long id = save(Reviews.by("gone", "e1", "瓶口漏酒")).getFirst().id();
        tell(
                event("review:" + id + ":1:1", "review.matched", null, Scope.ALL),
                event("review:" + id + "0:1:1", "review.matched", null, Scope.ALL));
        await(new Subjects(database()).erase("gone"));
        assertThat(told()).containsExactly("review:" + id + "0:1:1 → a");
    }
}
