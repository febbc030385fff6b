package huisheng.alert.delivery;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.alert.delivery.Recorder.Answer;
import huisheng.alert.delivery.Recorder.Request;
import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.store.Database;
import huisheng.store.DeliveryEnd.How;
import huisheng.store.DeliveryQueue;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.NewEvent;
import huisheng.store.OutboxTable;
import huisheng.store.TargetTable;
import huisheng.store.TargetTable.NewTarget;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The courier on a real database with local targets. Time passes by moving what the database has noted. */
class CourierIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Pattern NUMBER = Pattern.compile("通知(\\d+)号");

    private final Vertx vertx = Vertx.vertx();
    private final List<How> ends = new CopyOnWriteArrayList<>();
    private Database database;
    private Recorder server;
    private Notifiers notifiers;
    private Courier courier;
    private Vault vault;

    @BeforeEach
    void start() throws IOException {
        database = EmbeddedDatabases.open(vertx);
        server = new Recorder();
        MailServer none = new MailServer("", 25, MailServer.Security.NONE, "", "", "voc@brand.example");
        notifiers = new Notifiers(vertx, new AddressGuard(vertx, true, Set.of()), none, TIMEOUT);
        vault = new Vault(new byte[] {7});
        DeliveryQueue queue = new DeliveryQueue(database, TIMEOUT.multipliedBy(4));
        Postage postage = new Postage(notifiers, vault, "https://voc.example/");
        courier = new Courier(vertx, queue, postage, TIMEOUT, (kind, how) -> ends.add(how));
    }

    @AfterEach
    void stop() {
        await(courier.stop());
        await(notifiers.close());
        await(database.close());
        server.close();
        await(vertx.close());
    }

    private void target(TargetKind kind, String path) {
        target("t", kind, path);
    }

    private void target(String name, TargetKind kind, String path) {
        String sealed = vault.seal(name, new Address(server.url(path), "a-long-secret-of-your-own"));
        await(new TargetTable(database)
                .put(new NewTarget(
                        name,
                        kind.label(),
                        "…",
                        sealed,
                        "zh",
                        Set.of("alert.raised"),
                        null,
                        null,
                        Scope.ALL,
                        true,
                        "me")));
    }

    private void tell(int from, int until, @Nullable Integer level) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = from; i < until; i++) {
            String key = "alert:" + i + ":raised";
            Wording title = Wording.same("通知" + i + "号");
            Notice notice =
                    new Notice(key, "alert.raised", level, title, title, "/alerts/" + i, Instant.EPOCH, Map.of());
            events.add(new NewEvent(key, "alert.raised", level, Scope.ALL, Json.write(notice), Set.of()));
        }
        await(database.pool().withTransaction(connection -> OutboxTable.tell(connection, events)));
    }

    private static List<Integer> numbers(Request request) {
        List<Integer> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(request.text());
        while (number.find()) {
            int found = Integer.parseInt(number.group(1));
            if (!numbers.contains(found)) numbers.add(found);
        }
        return numbers;
    }

    private Row row(String sql) {
        return await(database.pool().query(sql).execute()).iterator().next();
    }

    private long open() {
        return row("SELECT count(*) FROM delivery WHERE state IN ('waiting', 'sending')")
                .getLong(0);
    }

    private static void waitFor(BooleanSupplier state) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("waited a minute");
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Test
    void outageOfTenMinutes_losesNothingAndKeepsTheOrder() {
        target(TargetKind.WEBHOOK, "/hook");
        server.answer(request -> new Answer(502, ""));
        tell(0, 30, 3);
        courier.start();
        double away = 0;
        for (int failures = 1; away < 600; failures++) {
            int expected = failures;
            waitFor(() -> row("SELECT failures FROM target").getInteger(0) == expected);
            away += row("SELECT extract(epoch FROM due_at - clock_timestamp())::float8 FROM target")
                    .getDouble(0);
            await(database.pool()
                    .query("UPDATE target SET due_at = clock_timestamp()")
                    .execute());
        }
        List<Integer> taken = new CopyOnWriteArrayList<>();
        server.answer(request -> {
            taken.addAll(numbers(request));
            return new Answer(204, "");
        });
        await(database.pool()
                .query("UPDATE target SET due_at = clock_timestamp()")
                .execute());
        waitFor(() -> open() == 0);
        assertThat(taken).hasSize(30).isSorted().doesNotHaveDuplicates();
        assertThat(row("SELECT count(*) FROM delivery WHERE state = 'sent'").getLong(0))
                .isEqualTo(30);
        assertThat(ends).contains(How.UNREACHABLE);
    }

    /** A bot that blocks whoever calls it more than 20 times a minute, as the real one does. */
    @Test
    void manyNotices_stayWithinTheLimitAndAreFoldedRatherThanDropped() {
        target(TargetKind.WECOM, "/cgi-bin/webhook/send?key=k");
        Deque<Long> calls = new ArrayDeque<>();
        List<Integer> taken = new CopyOnWriteArrayList<>();
        server.answer(request -> {
            synchronized (calls) {
                long now = System.nanoTime();
                while (!calls.isEmpty()
                        && now - calls.peek() > Duration.ofMinutes(1).toNanos()) calls.pop();
                if (calls.size() >= 20) return FakeBots.code("errcode", 45009, "api freq out of limit");
                calls.add(now);
            }
            taken.addAll(numbers(request));
            return FakeBots.code("errcode", 0, "ok");
        });
        tell(0, 200, 3);
        courier.start();
        waitFor(() -> open() == 0);
        assertThat(taken).hasSize(200).doesNotHaveDuplicates();
        assertThat(server.requests).hasSizeLessThanOrEqualTo(15);
        assertThat(ends).containsOnly(How.SENT);
    }

    @Test
    void throttled_waitsAndThenTellsAll() {
        target(TargetKind.FEISHU, "/open-apis/bot/v2/hook/k");
        List<Integer> taken = new CopyOnWriteArrayList<>();
        server.answer(request -> FakeBots.code("code", 11232, "frequency limit"));
        tell(0, 3, 1);
        courier.start();
        waitFor(() -> ends.contains(How.THROTTLED));
        waitFor(() -> row("SELECT lease IS NULL FROM target").getBoolean(0));
        assertThat(row("SELECT due_at > clock_timestamp() + interval '30 seconds' FROM target")
                        .getBoolean(0))
                .isTrue();
        server.answer(request -> {
            taken.addAll(numbers(request));
            return FakeBots.code("code", 0, "success");
        });
        await(database.pool()
                .query("UPDATE target SET due_at = clock_timestamp()")
                .execute());
        waitFor(() -> open() == 0);
        assertThat(taken).containsExactly(0, 1, 2);
        assertThat(row("SELECT max(failures) FROM delivery").getInteger(0)).isZero();
    }

    /** To move all that the database has noted is to set its clock the other way. */
    @Test
    void clockSetForthAndBack_neitherLosesNorDoubles() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("CourierIT -Dseed=" + seed);
        Random random = new Random(seed);
        target(TargetKind.WEBHOOK, "/hook");
        List<Integer> taken = new CopyOnWriteArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        server.answer(request -> {
            if (asked.incrementAndGet() % 9 == 0) return new Answer(503, "");
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            taken.addAll(numbers(request));
            return new Answer(204, "");
        });
        courier.start();
        for (int i = 0; i < 20; i++) {
            tell(i * 5, i * 5 + 5, 1 + i % 3);
            // a pause of the last hour is believed, so that one would be waited for
            int minutes = random.nextBoolean() ? -1 - random.nextInt(1_000) : 61 + random.nextInt(1_000);
            String moved = " + interval '" + minutes + " minutes'";
            await(database.pool()
                    .query("UPDATE target SET due_at = due_at" + moved + ", calls = ARRAY(SELECT c" + moved
                            + " FROM unnest(calls) c); UPDATE delivery SET due_at = due_at" + moved)
                    .execute());
        }
        waitFor(() -> open() == 0);
        assertThat(taken).hasSize(100).doesNotHaveDuplicates();
    }

    /** Two processes on one database. */
    @Test
    void twoCouriers_tellEachOnce() {
        target(TargetKind.WEBHOOK, "/hook");
        List<Integer> taken = new CopyOnWriteArrayList<>();
        server.answer(request -> {
            taken.addAll(numbers(request));
            return new Answer(204, "");
        });
        Postage postage = new Postage(notifiers, vault, "");
        DeliveryQueue queue = new DeliveryQueue(database, TIMEOUT.multipliedBy(4));
        Courier other = new Courier(vertx, queue, postage, TIMEOUT, (kind, how) -> {});
        courier.start();
        other.start();
        tell(0, 100, 2);
        waitFor(() -> open() == 0);
        await(other.stop());
        assertThat(taken).hasSize(100).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void target_thatNeverAnswers_holdsUpNoOther() {
        target(TargetKind.WEBHOOK, "/slow");
        target("quick", TargetKind.WEBHOOK, "/quick");
        List<Integer> taken = new CopyOnWriteArrayList<>();
        server.answer(request -> {
            if (request.path().equals("/slow"))
                LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
            else taken.addAll(numbers(request));
            return new Answer(204, "");
        });
        long start = System.nanoTime();
        tell(0, 20, 2);
        courier.start();
        waitFor(() -> taken.size() == 20);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void link_belowThePublicAddress_isAbsolute() {
        target(TargetKind.WEBHOOK, "/hook");
        tell(7, 8, 1);
        courier.start();
        waitFor(() -> open() == 0);
        assertThat(server.last().text()).contains("\"link\":\"https://voc.example/alerts/7\"");
    }

    /** The target has taken it, and the database takes nothing for a moment. */
    @Test
    void databaseThatFailsAfterACall_isWaitedForRatherThanTellingAgain() {
        target(TargetKind.WEBHOOK, "/hook");
        await(database.pool().query("""
                CREATE TABLE broken AS SELECT 1;
                CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.state = 'sent' AND EXISTS (SELECT 1 FROM broken) THEN RAISE EXCEPTION 'disk full'; END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER break BEFORE UPDATE ON delivery FOR EACH ROW EXECUTE FUNCTION break()""").execute());
        tell(1, 2, 1);
        courier.start();
        waitFor(() -> !server.requests.isEmpty());
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
        assertThat(ends).isEmpty();
        await(database.pool().query("DELETE FROM broken").execute());
        waitFor(() -> open() == 0);
        assertThat(server.requests).hasSize(1);
        assertThat(ends).containsExactly(How.SENT);
    }
}
