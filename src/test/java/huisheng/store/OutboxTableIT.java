package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

    private String body(String key) {
        return String.valueOf(await(database()
                        .pool()
                        .preparedQuery("SELECT body FROM outbox_event WHERE key = $1")
                        .execute(Tuple.of(key)))
                .iterator()
                .next()
                .getString(0));
    }

    private static NewEvent quoting(String key, long review, String words) {
        String body = "{\"key\":\"" + key + "\",\"said\":\"" + words + "\"}";
        return new NewEvent(key, "alert.raised", 1, Scope.ALL, body, Set.of()).quoting(review, words);
    }

    @Test
    void erase_writerOfAReview_forgetsWhatWasToldOfIt() {
        target("a", Set.of("review.matched"), null, Scope.ALL, true);
        long id = save(Reviews.by("gone", "e1", "瓶口漏酒")).getFirst().id();
        long other = save(Reviews.by("stays", "e2", "瓶口漏酒")).getFirst().id();
        tell(
                event("review:" + id + ":1:1", "review.matched", null, Scope.ALL)
                        .quoting(id, "瓶口漏酒"),
                event("review:" + other + ":1:1", "review.matched", null, Scope.ALL)
                        .quoting(other, "瓶口漏酒"));
        await(new Subjects(database()).erase("gone"));
        assertThat(told()).containsExactly("review:" + other + ":1:1 → a");
    }

    @Test
    void erase_writerOfAReview_tellsTheAlertWithoutTheWords() {
        target("a", Set.of("alert.raised"), null, Scope.ALL, true);
        long id =
                save(Reviews.by("quoted", "q1", "开箱就看到瓶口漏酒，\n太失望了")).getFirst().id();
        tell(quoting("alert:1:raised", id, "瓶口漏酒， 太失望了"));
        await(database().pool().query("UPDATE delivery SET state = 'dead'").execute());
        tell(quoting("alert:2:raised", id, "瓶口漏酒"));
        assertThat(body("alert:1:raised")).contains("太失望了");
        await(new Subjects(database()).erase("quoted"));
        assertThat(body("alert:1:raised")).contains("alert:1:raised").doesNotContain("失望", "said");
        assertThat(body("alert:2:raised")).contains("alert:2:raised").doesNotContain("漏酒", "said");
        assertThat(told()).containsExactly("alert:2:raised → a", "alert:1:raised → a");
    }

    @Test
    void edit_ofAQuotedReview_takesTheOldWordsBack() {
        target("a", Set.of("alert.raised"), null, Scope.ALL, true);
        long id = save(Reviews.by("edits", "x1", "瓶口漏酒")).getFirst().id();
        tell(quoting("alert:3:raised", id, "瓶口漏酒"));
        save(Reviews.by("edits", "x1", "瓶口完好"));
        assertThat(body("alert:3:raised")).doesNotContain("漏酒");
        tell(quoting("alert:3:grouped:2", id, "瓶口完好"));
        assertThat(body("alert:3:grouped:2")).contains("瓶口完好");
    }

    /** Whoever judged the review may be slower than its erasure or edit. */
    @Test
    void tell_whatTheReviewDoesNotSayAnyMore_isToldWithoutTheWords() {
        target("a", Set.of("alert.raised", "review.matched"), null, Scope.ALL, true);
        long id = save(Reviews.by("late", "l1", "瓶口漏酒")).getFirst().id();
        save(Reviews.by("late", "l1", "瓶口完好"));
        tell(
                quoting("alert:4:raised", id, "瓶口漏酒"),
                event("review:" + id + ":1:1", "review.matched", null, Scope.ALL)
                        .quoting(id, "瓶口漏酒"));
        assertThat(body("alert:4:raised")).doesNotContain("漏酒");
        await(new Subjects(database()).erase("late"));
        tell(quoting("alert:5:raised", id, "瓶口完好"));
        assertThat(body("alert:5:raised")).doesNotContain("完好");
        assertThat(told()).containsExactly("alert:5:raised → a", "alert:4:raised → a");
    }

    @Test
    void erase_whileItIsTold_waitsAndFindsTheWords() {
        target("a", Set.of("alert.raised"), null, Scope.ALL, true);
        long id = save(Reviews.by("race", "r1", "瓶口漏酒")).getFirst().id();
        List<Future<Integer>> erasing = new ArrayList<>();
        await(database()
                .pool()
                .withTransaction(connection -> OutboxTable.tell(
                                connection, List.of(quoting("alert:6:raised", id, "瓶口漏酒")))
                        .compose(told -> {
                            erasing.add(new Subjects(database()).erase("race"));
                            return vertx.timer(300, TimeUnit.MILLISECONDS);
                        })));
        assertThat(await(erasing.getFirst())).isEqualTo(1);
        assertThat(body("alert:6:raised")).doesNotContain("漏酒");
    }
}
