package huisheng.access.audit;

import static huisheng.access.audit.AuditVerdict.Break.CHANGED;
import static huisheng.access.audit.AuditVerdict.Break.MISSING;
import static huisheng.access.audit.AuditVerdict.Break.UNSEALED;
import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.store.AuditEntry;
import huisheng.store.AuditHead;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has a database of its own, since what one breaks stays broken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditLogIT {
    private static final byte[] KEY = "a key that the database does not hold".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private Database database;
    private AuditTable table;
    private AuditLog log;

    @BeforeEach
    void open() {
        database = EmbeddedDatabases.open(vertx);
        table = new AuditTable(database);
        log = log(AuditVerdict.Place.START);
    }

    @AfterEach
    void closeDatabase() {
        await(database.close());
    }

    @AfterAll
    void close() {
        await(vertx.close());
    }

    private static AuditEntry entry(int n) {
        return new AuditEntry(
                Instant.parse("2026-11-01T00:00:00.123Z").plusSeconds(n),
                Audited.VERBATIMS.label(),
                n % 2 == 0 ? "user" : "key",
                n % 7 == 0 ? null : (long) n,
                "李娜" + n,
                "10.0.0.0/24",
                "GET",
                "/api/v1/reviews/{id}",
                new TreeMap<>(Map.of("id", String.valueOf(n))),
                List.of("brand", "q"),
                new TreeMap<>(Map.of("brand", "云岭 \"&\\", "region", "广东")),
                200,
                "r" + n);
    }

    private void write(int entries) {
        List<Future<Void>> written = new ArrayList<>();
        for (int i = 1; i <= entries; i++) written.add(log.append(entry(i)));
        await(Future.all(written));
    }

    /** As after a start with the anchor of before. */
    private AuditLog log(AuditVerdict.Place reached) {
        return new AuditLog(table, KEY, reached);
    }

    /** By who kept no place of it. */
    private AuditVerdict verify() {
        return await(log(AuditVerdict.Place.START).verify(AuditVerdict.Place.START));
    }

    private void execute(String sql) {
        for (String each : sql.split(";", -1)) await(database.pool().query(each).execute());
    }

    private void assertIntact(long entries) {
        assertThat(verify().broken()).isNull();
        assertThat(verify().sound().id()).isEqualTo(entries);
    }

    /** As somebody does who owns the database. */
    private void tamper(String sql) {
        execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
        execute("ALTER TABLE audit_head DISABLE TRIGGER USER");
        execute(sql);
    }

    @Test
    void verify_nothingOrAllAsWritten_isIntact() {
        assertIntact(0);
        write(4_500);
        assertIntact(4_500);
    }

    @Test
    void append_twoProcessesAtOnce_makeOneChain() {
        AuditLog other = log(AuditVerdict.Place.START);
        List<Future<Void>> written = new ArrayList<>();
        for (int i = 1; i <= 300; i++) written.add((i % 2 == 0 ? log : other).append(entry(i)));
        await(Future.all(written));
        assertIntact(300);
    }

    @Test
    void verify_whileOthersWrite_isIntact() {
        write(100);
        List<Future<Void>> written = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) written.add(log.append(entry(i)));
        assertThat(verify().broken()).isNull();
        await(Future.all(written));
    }

    @Test
    void newest_selection_givesThoseEntriesAsTheyWere() {
        write(20);
        List<AuditRow> users =
                await(log.newest(new AuditTable.Selection(15, "verbatims", "user", null, null, null), 3));
        assertThat(users).extracting(AuditRow::id).containsExactly(14L, 12L, 10L);
        assertThat(users.get(1).entry()).isEqualTo(entry(12));
        AuditTable.Selection timed =
                new AuditTable.Selection(Long.MAX_VALUE, null, null, null, entry(5).at(), entry(7).at());
        assertThat(await(log.newest(timed, 10))).extracting(AuditRow::id).containsExactly(6L, 5L);
        AuditTable.Selection named = new AuditTable.Selection(Long.MAX_VALUE, null, null, "李娜9", null, null);
        assertThat(await(log.newest(named, 10))).extracting(AuditRow::id).containsExactly(9L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET name = 'x' WHERE id = 1",
                "DELETE FROM audit_entry WHERE id = 1",
                "TRUNCATE audit_entry",
                "DELETE FROM audit_head",
                "TRUNCATE audit_head"
            })
    void table_changeOfWhatIsWritten_isRefused(String sql) {
        write(2);
        assertThatThrownBy(() -> execute(sql)).hasMessageContaining("append-only");
        assertIntact(2);
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                Arguments.of("UPDATE audit_entry SET name = '别人' WHERE id = 7", 7L, CHANGED),
                Arguments.of("UPDATE audit_entry SET who = NULL WHERE id = 8", 8L, CHANGED),
                Arguments.of("UPDATE audit_entry SET at = at - interval '1 hour' WHERE id = 1", 1L, CHANGED),
                Arguments.of("UPDATE audit_entry SET filter = '{}' WHERE id = 20", 20L, CHANGED),
                Arguments.of("UPDATE audit_entry SET hash = repeat('0', 64) WHERE id = 3", 3L, CHANGED),
                Arguments.of("DELETE FROM audit_entry WHERE id = 5", 5L, MISSING),
                Arguments.of("DELETE FROM audit_entry WHERE id = 1", 1L, MISSING),
                Arguments.of(
                        "DELETE FROM audit_entry WHERE id = 5; UPDATE audit_entry SET id = id - 1 WHERE id > 5",
                        5L,
                        CHANGED),
                Arguments.of(
                        "UPDATE audit_entry SET id = 100 WHERE id = 4; UPDATE audit_entry SET id = 4 WHERE id = 5;"
                                + " UPDATE audit_entry SET id = 5 WHERE id = 100",
                        4L,
                        CHANGED),
                Arguments.of(
                        "UPDATE audit_entry SET id = -id WHERE id > 9; UPDATE audit_entry SET id = 1 - id WHERE id < 0;"
                                + " INSERT INTO audit_entry SELECT 10, at, action, kind, who, name, address, method,"
                                + " route, path, parameters, filter, status, request, hash FROM audit_entry WHERE id = 9",
                        10L,
                        CHANGED),
                Arguments.of("DELETE FROM audit_entry WHERE id > 15", 16L, MISSING),
                Arguments.of(
                        "DELETE FROM audit_entry WHERE id > 15; UPDATE audit_head SET id = 15,"
                                + " hash = (SELECT hash FROM audit_entry WHERE id = 15)",
                        15L,
                        UNSEALED),
                Arguments.of("DELETE FROM audit_entry", 1L, MISSING),
                Arguments.of("DELETE FROM audit_head", 1L, UNSEALED));
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void verify_tamperedBySuperuser_namesTheFirstBrokenEntry(String sql, long broken, AuditVerdict.Break reason) {
        write(20);
        tamper(sql);
        AuditVerdict verdict = verify();
        assertThat(verdict.broken()).as(sql).isEqualTo(broken);
        assertThat(verdict.reason()).as(sql).isEqualTo(reason);
    }

    /** Who knows how the chain is made, and may write to the tables, lacks the key of the seal. */
    @Test
    void verify_chainMadeAnew_isNotSealed() {
        write(20);
        List<AuditRow> rows = await(table.after(0, 10));
        tamper("DELETE FROM audit_entry");
        execute("UPDATE audit_head SET id = 0, hash = '', seal = ''");
        AuditLog forger = new AuditLog(table, "a guess".getBytes(StandardCharsets.UTF_8), AuditVerdict.Place.START);
        await(Future.all(rows.stream().map(row -> forger.append(row.entry())).toList()));
        assertThat(verify().broken()).isEqualTo(10L);
        assertThat(verify().reason()).isEqualTo(UNSEALED);
    }

    /** An older state of the whole database is one that the service wrote and sealed: only who kept a place sees it. */
    @Test
    void verify_databaseSetBack_isSeenByThePlaceThatWasKept() {
        write(10);
        AuditHead before = await(table.head()).orElseThrow();
        write(10);
        AuditVerdict.Place kept = verify().sound();
        AuditLog fresh = log(AuditVerdict.Place.START);
        assertThat(await(fresh.verify(kept)).broken()).isNull();
        setBack(before);
        assertIntact(10);
        assertThat(await(fresh.verify(kept)))
                .extracting(AuditVerdict::broken, AuditVerdict::reason)
                .containsExactly(11L, MISSING);
        for (int i = 0; i < 12; i++) await(fresh.append(entry(100 + i)));
        assertIntact(22);
        assertThat(await(fresh.verify(kept)))
                .extracting(AuditVerdict::broken, AuditVerdict::reason)
                .containsExactly(20L, CHANGED);
    }

    private void setBack(AuditHead before) {
        tamper("DELETE FROM audit_entry WHERE id > " + before.id());
        execute("UPDATE audit_head SET id = %d, hash = '%s', seal = '%s'"
                .formatted(before.id(), before.hash(), before.seal()));
    }

    private void assertFoundByTheAnchor(Long broken, AuditVerdict.Break reason) {
        assertThat(log.isSetBack()).isTrue();
        for (AuditLog knowing : List.of(log, log(log.reached()))) {
            assertThat(await(knowing.verify(AuditVerdict.Place.START)))
                    .extracting(AuditVerdict::broken, AuditVerdict::reason)
                    .containsExactly(broken, reason);
        }
    }

    /** Else the next entry would move the anchor into the log that was put in its place. */
    @Test
    void append_afterTheDatabaseWasSetBack_leavesTheAnchorWhereItWas() {
        write(10);
        AuditHead before = await(table.head()).orElseThrow();
        write(10);
        AuditVerdict.Place anchor = log.reached();
        assertThat(log.isSetBack()).isFalse();
        setBack(before);
        write(1);
        assertIntact(11);
        assertFoundByTheAnchor(12L, MISSING);
        write(25);
        assertIntact(36);
        assertFoundByTheAnchor(20L, CHANGED);
        log = log(anchor);
        write(1);
        assertThat(log.reached()).isEqualTo(anchor);
        assertFoundByTheAnchor(20L, CHANGED);
    }

    @Test
    void append_afterOthersWrote_movesTheAnchorOn() {
        write(3);
        await(log(AuditVerdict.Place.START).append(entry(4)));
        await(log(log.reached()).append(entry(5)));
        write(1);
        assertThat(log.isSetBack()).isFalse();
        assertThat(log.reached().id()).isEqualTo(6);
    }

    /** Rewritten whole, head and all, it looks like a new one: only what is kept elsewhere tells that it is none. */
    @Test
    void verify_wholeTableAndHeadEmptied_isSeenByTheAnchor() {
        write(20);
        AuditVerdict.Place anchor = log.reached();
        assertThat(anchor.id()).isEqualTo(20);
        tamper("DELETE FROM audit_entry");
        execute("UPDATE audit_head SET id = 0, hash = '', seal = ''");
        assertThat(verify().broken()).isNull();
        for (AuditLog knowing : List.of(log, log(anchor))) {
            assertThat(await(knowing.verify(AuditVerdict.Place.START)))
                    .extracting(AuditVerdict::broken, AuditVerdict::reason)
                    .containsExactly(1L, MISSING);
        }
    }

    @Test
    void verify_anchorUnreadable_findsWhatIsMissing() {
        log = log(AuditVerdict.Place.UNREADABLE);
        write(3);
        assertIntact(3);
        assertFoundByTheAnchor(4L, MISSING);
    }

    @Test
    void append_tableGone_fails() {
        tamper("DELETE FROM audit_head");
        assertThatThrownBy(() -> await(log.append(entry(1)))).isInstanceOf(IllegalStateException.class);
    }
}
