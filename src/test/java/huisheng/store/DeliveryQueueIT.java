package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.review.Scope;
import huisheng.store.DeliveryEnd.How;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryQueueIT extends StoreTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private final AtomicLong nanos = new AtomicLong();
    private final LeaseWatch watch = new LeaseWatch(LEASE, nanos::get);

    @BeforeEach
    void forgetAll() {
        sql("TRUNCATE target, outbox_event, delivery");
        await(new TargetTable(database()).put(Targets.wecom("a")));
    }

    private void sql(String statement) {
        await(database().pool().query(statement).execute());
    }

    private DeliveryQueue queue() {
        return new DeliveryQueue(database(), watch);
    }

    private void tell(String key, @Nullable Integer level) {
        NewEvent event = new NewEvent(key, "alert.raised", level, Scope.ALL, "{}", Set.of());
        await(database().pool().withTransaction(connection -> OutboxTable.tell(connection, List.of(event))));
    }

    @CanIgnoreReturnValue
    private List<DeliveryClaim> claim(int together) {
        return await(queue().claim(
                        10, ripe -> ripe.deliveries().stream().limit(together).toList()));
    }

    private static List<String> keys(List<DeliveryClaim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.deliveries().stream().map(OpenDelivery::key))
                .toList();
    }

    @CanIgnoreReturnValue
    private boolean end(DeliveryClaim claim, How how, Duration pause) {
        return await(
                queue().end(claim, new DeliveryEnd(how, true, pause, Instant.EPOCH, how == How.SENT ? null : "why")));
    }

    private StoredDelivery delivery(String key) {
        return await(new DeliveryTable(database()).list(null, Long.MAX_VALUE, 100)).stream()
                .filter(found -> found.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void claim_severalDue_takesUrgentFirstThenInOrder() {
        tell("k1", 3);
        tell("k2", 2);
        tell("k3", 1);
        tell("k4", null);
        assertThat(keys(claim(10))).containsExactly("k3", "k1", "k2", "k4");
    }

    private long awaitLock() {
        String waiting = "SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event_type = 'Lock'";
        long waiters;
        do waiters = number(waiting);
        while (waiters == 0);
        return waiters;
    }

    /** As when an erasure takes events away at the same time: PostgreSQL gives up one of the two, first who waited first. */
    @Test
    void claim_givenUpInFavourOfAnother_isTriedAgain() {
        tell("k1", 3);
        tell("k2", 3);
        Promise<List<DeliveryClaim>> claiming = Promise.promise();
        Future<?> other = database()
                .pool()
                .withTransaction(connection -> connection
                        .query(lock("k2"))
                        .execute()
                        .compose(held -> {
                            queue().claim(10, DeliveryClaim::deliveries).onComplete(claiming);
                            return vertx.executeBlocking(this::awaitLock);
                        })
                        .compose(waits -> connection.query(lock("k1")).execute()));
        // it may be given up in its turn, once the claim has begun again
        await(other.transform(ended -> Future.succeededFuture(true)));
        assertThat(keys(await(claiming.future()))).containsExactly("k1", "k2");
    }

    private static String lock(String key) {
        return "SELECT 1 FROM delivery WHERE event_id = (SELECT id FROM outbox_event WHERE key = '" + key
                + "') FOR UPDATE";
    }

    @Test
    void claim_whileLeased_leavesTheTargetToItsHolder() {
        tell("k1", 3);
        tell("k2", 3);
        DeliveryClaim first = claim(1).getFirst();
        assertThat(delivery("k1").state()).isEqualTo("sending");
        assertThat(claim(1)).isEmpty();
        assertThat(end(first, How.SENT, Duration.ZERO)).isTrue();
        assertThat(delivery("k1").state()).isEqualTo("sent");
        assertThat(keys(claim(1))).containsExactly("k2");
    }

    @Test
    void claim_manyProcessesAtOnce_nothingIsTakenTwice() {
        for (int t = 0; t < 5; t++) await(new TargetTable(database()).put(Targets.wecom("t" + t)));
        tell("k", 1);
        List<Future<List<DeliveryClaim>>> claiming = new ArrayList<>();
        for (int i = 0; i < 20; i++) claiming.add(queue().claim(2, DeliveryClaim::deliveries));
        await(Future.join(claiming));
        List<String> taken = new ArrayList<>();
        claiming.forEach(claims ->
                claims.result().forEach(claim -> taken.add(claim.target().name())));
        assertThat(taken).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(6);
        List<DeliveryClaim> rest;
        do {
            rest = await(queue().claim(10, DeliveryClaim::deliveries));
            rest.forEach(claim -> taken.add(claim.target().name()));
        } while (!rest.isEmpty());
        assertThat(taken).containsExactlyInAnyOrder("a", "t0", "t1", "t2", "t3", "t4");
    }

    @Test
    void claim_holderThatDied_isTakenOverOnceTheLeaseIsOver() {
        tell("k1", 3);
        DeliveryClaim dead = claim(1).getFirst();
        assertThat(claim(1)).isEmpty();
        nanos.addAndGet(LEASE.toNanos());
        assertThat(claim(1)).isEmpty();
        nanos.addAndGet(1);
        List<DeliveryClaim> taken = claim(1);
        assertThat(keys(taken)).containsExactly("k1");
        assertThat(end(dead, How.SENT, Duration.ZERO)).isFalse();
        assertThat(delivery("k1").state()).isEqualTo("sending");
        assertThat(end(taken.getFirst(), How.SENT, Duration.ZERO)).isTrue();
    }

    /** A process that is started again knows of no lease how old it is, and waits from then on. */
    @Test
    void claim_afterARestart_waitsALeaseFromThenOn() {
        tell("k1", 3);
        claim(1);
        AtomicLong later = new AtomicLong(Long.MAX_VALUE - 5);
        DeliveryQueue other = new DeliveryQueue(database(), new LeaseWatch(LEASE, later::get));
        assertThat(await(other.claim(1, DeliveryClaim::deliveries))).isEmpty();
        later.addAndGet(LEASE.toNanos() + 1);
        assertThat(await(other.claim(1, DeliveryClaim::deliveries))).hasSize(1);
    }

    /** An hour forth makes pauses end early, an hour back must not make them last an hour longer. */
    @Test
    void claim_clockSetBackAfterAPause_isNotHeldUp() {
        tell("k1", 3);
        sql("UPDATE target SET due_at = clock_timestamp() + interval '61 minutes'");
        sql("UPDATE delivery SET due_at = clock_timestamp() + interval '25 hours'");
        assertThat(keys(claim(1))).containsExactly("k1");
    }

    @Test
    void end_throttled_waitsWithoutAFailure() {
        tell("k1", 3);
        end(claim(1).getFirst(), How.THROTTLED, Duration.ofMinutes(10));
        assertThat(claim(1)).isEmpty();
        assertThat(delivery("k1").failures()).isZero();
        assertThat(delivery("k1").dueAt()).isAfter(Instant.now().plusSeconds(500));
        sql("UPDATE target SET due_at = clock_timestamp()");
        assertThat(keys(claim(1))).containsExactly("k1");
    }

    /** It was not called, so nothing is known of it. */
    @Test
    void end_held_leavesTheTargetAsFarAwayAsItWas() {
        tell("k1", 3);
        end(claim(1).getFirst(), How.UNREACHABLE, Duration.ZERO);
        end(claim(1).getFirst(), How.HELD, Duration.ZERO);
        assertThat(claim(1).getFirst().target().failures()).isEqualTo(1);
    }

    /** An erasure may take what was ripe when the target was leased. */
    @Test
    void claim_whatWasRipeIsErased_letsTheTargetGo() {
        tell("k1", 3);
        DeliveryClaim empty = claim(0).getFirst();
        assertThat(empty.deliveries()).isEmpty();
        assertThat(end(empty, How.HELD, Duration.ZERO)).isTrue();
        assertThat(keys(claim(1))).containsExactly("k1");
    }

    @Test
    void end_failed_letsOthersOvertake() {
        tell("k1", 3);
        tell("k2", 3);
        end(claim(1).getFirst(), How.FAILED, Duration.ofMinutes(1));
        assertThat(delivery("k1").failures()).isEqualTo(1);
        assertThat(delivery("k1").error()).isEqualTo("why");
        assertThat(keys(claim(1))).containsExactly("k2");
    }

    @Test
    void end_unreachable_keepsTheOrder() {
        tell("k1", 3);
        tell("k2", 3);
        end(claim(1).getFirst(), How.UNREACHABLE, Duration.ofMinutes(1));
        assertThat(claim(1)).isEmpty();
        sql("UPDATE target SET due_at = clock_timestamp()");
        DeliveryClaim again = claim(1).getFirst();
        assertThat(keys(List.of(again))).containsExactly("k1");
        assertThat(again.target().failures()).isEqualTo(1);
        end(again, How.SENT, Duration.ZERO);
        assertThat(claim(1).getFirst().target().failures()).isZero();
    }

    @Test
    void end_unreachableForADay_givesUpWhatHasWaitedSinceThen() {
        tell("k1", 3);
        tell("k2", 3);
        sql("UPDATE delivery SET failures = " + (DeliveryQueue.MAX_FAILURES - 1));
        tell("k3", 3);
        end(claim(1).getFirst(), How.UNREACHABLE, Duration.ofMinutes(1));
        assertThat(delivery("k1").state()).isEqualTo("dead");
        assertThat(delivery("k2").state()).isEqualTo("dead");
        assertThat(delivery("k3").state()).isEqualTo("waiting");
    }

    @Test
    void end_refused_isDeadAtOnceUntilSomeoneSendsItAgain() {
        tell("k1", 3);
        end(claim(1).getFirst(), How.REFUSED, Duration.ZERO);
        assertThat(delivery("k1").state()).isEqualTo("dead");
        assertThat(claim(1)).isEmpty();
        DeliveryTable table = new DeliveryTable(database());
        assertThat(await(table.list("dead", Long.MAX_VALUE, 10))).hasSize(1);
        assertThat(await(table.resend(delivery("k1").id()))).isTrue();
        assertThat(await(table.resend(delivery("k1").id()))).isFalse();
        assertThat(keys(claim(1))).containsExactly("k1");
    }

    @Test
    void end_digestRefused_isToldOneByOne() {
        for (int i = 0; i < 3; i++) tell("k" + i, 3);
        end(claim(3).getFirst(), How.REFUSED, Duration.ZERO);
        DeliveryClaim again = claim(3).getFirst();
        assertThat(again.deliveries()).hasSize(3).allMatch(OpenDelivery::alone);
    }

    @Test
    void end_calls_areRememberedForAMinute() {
        tell("k1", 3);
        tell("k2", 3);
        sql("UPDATE target SET calls = ARRAY[clock_timestamp() - interval '61 seconds',"
                + " clock_timestamp() + interval '1 hour']");
        end(claim(1).getFirst(), How.SENT, Duration.ZERO);
        DeliveryClaim next = claim(1).getFirst();
        assertThat(next.calls()).hasSize(1);
        assertThat(next.calls().getFirst()).isBeforeOrEqualTo(next.now());
    }

    @Test
    void end_limitReached_targetIsNotCalledBefore() {
        tell("k1", 3);
        tell("k2", 3);
        DeliveryClaim claim = claim(1).getFirst();
        await(queue().end(
                        claim,
                        new DeliveryEnd(
                                How.SENT, true, Duration.ZERO, claim.now().plusSeconds(30), null)));
        assertThat(claim(1)).isEmpty();
    }

    @Test
    void disabledTarget_keepsWhatWaits() {
        tell("k1", 3);
        sql("UPDATE target SET enabled = false");
        assertThat(claim(1)).isEmpty();
        sql("UPDATE target SET enabled = true");
        assertThat(keys(claim(1))).containsExactly("k1");
    }

    @Test
    void prune_oldAndSent_forgetsTheBodyAndKeepsTheKey() {
        tell("sent", 3);
        end(claim(1).getFirst(), How.SENT, Duration.ZERO);
        tell("open", 3);
        sql("UPDATE outbox_event SET created_at = now() - interval '8 days'");
        await(new DeliveryTable(database()).prune());
        assertThat(number("SELECT count(*) FROM outbox_event WHERE body IS NULL AND key = 'sent'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM outbox_event WHERE body IS NOT NULL"))
                .isEqualTo(1);
        tell("sent", 3);
        assertThat(keys(claim(5))).containsExactly("open");
    }

    @Test
    void counts_openOnes_byKindAndState() {
        tell("k1", 3);
        tell("k2", 3);
        end(claim(1).getFirst(), How.REFUSED, Duration.ZERO);
        assertThat(await(new DeliveryTable(database()).counts()))
                .containsExactlyInAnyOrder(
                        new DeliveryTable.Count("wecom", "dead", 1), new DeliveryTable.Count("wecom", "waiting", 1));
    }
}
