package huisheng.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.store.AuditEntry;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SparingTrailTest {
    private final Kept kept = new Kept();
    private final SparingTrail trail = new SparingTrail(kept);

    /** In memory, or nowhere. */
    private static final class Kept implements AuditTrail {
        private final List<AuditEntry> entries = new ArrayList<>();
        private boolean broken;

        @Override
        public Future<Void> append(AuditEntry entry) {
            if (broken) return Future.failedFuture("broken");
            entries.add(entry);
            return Future.succeededFuture();
        }

        @Override
        public Future<List<AuditRow>> newest(AuditTable.Selection selection, int limit) {
            return Future.succeededFuture(List.of());
        }

        @Override
        public Future<AuditVerdict> verify(AuditVerdict.Place known) {
            return Future.succeededFuture(AuditVerdict.intact(known));
        }
    }

    private static AuditEntry entry(String network, Audited action, @Nullable Long who) {
        return new AuditEntry(
                Instant.EPOCH,
                action.label(),
                who == null ? "none" : "user",
                who,
                "somebody",
                network,
                "POST",
                "/api/v1/login",
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                401,
                "r");
    }

    private void fail(String network, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(trail.append(entry(network, Audited.LOGIN, null)).succeeded())
                    .isTrue();
        }
    }

    private void turn() {
        assertThat(trail.turn().isComplete()).isTrue();
    }

    @Test
    void append_failedLoginsOfANetwork_areWrittenUpToABoundAndThenCounted() {
        fail("203.0.113.0/24", 322);
        assertThat(kept.entries).hasSize(10);
        turn();
        assertThat(kept.entries).hasSize(11);
        AuditEntry rest = kept.entries.getLast();
        assertThat(rest.filter()).hasToString("{more=312}");
        assertThat(rest.address()).isEqualTo("203.0.113.0/24");
        assertThat(rest.name()).isEmpty();
        turn();
        assertThat(kept.entries).hasSize(11);
        fail("203.0.113.0/24", 1);
        assertThat(kept.entries).hasSize(12);
    }

    @Test
    void append_failedLoginsFromEverywhere_stayBoundedToo() {
        for (int i = 0; i < 1_000; i++) fail("10.0." + i + ".0/24", 1);
        turn();
        assertThat(kept.entries).hasSize(61);
        assertThat(kept.entries.getLast().filter()).hasToString("{more=940}");
        assertThat(kept.entries.getLast().address()).isEmpty();
    }

    @Test
    void append_whatAKnownCallerDoes_isAlwaysWritten() {
        fail("10.0.0.0/24", 500);
        for (int i = 0; i < 100; i++) {
            assertThat(trail.append(entry("10.0.0.0/24", Audited.LOGIN, 7L)).succeeded())
                    .isTrue();
            assertThat(trail.append(entry("10.0.0.0/24", Audited.CHANGE, 7L)).succeeded())
                    .isTrue();
        }
        assertThat(kept.entries).hasSize(210);
    }

    @Test
    void turn_thatCannotBeWritten_isToldWithTheNext() {
        fail("10.0.0.0/24", 15);
        kept.broken = true;
        assertThat(trail.turn().failed()).isTrue();
        kept.broken = false;
        fail("10.0.0.0/24", 12);
        turn();
        assertThat(kept.entries.getLast().filter()).hasToString("{more=7}");
    }
}
