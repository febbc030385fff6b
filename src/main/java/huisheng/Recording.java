package huisheng;

import huisheng.access.audit.AnchorFile;
import huisheng.access.audit.AuditLog;
import huisheng.access.audit.AuditTrail;
import huisheng.access.audit.Audited;
import huisheng.access.audit.SparingTrail;
import huisheng.store.AuditEntry;
import huisheng.store.AuditTable;
import huisheng.store.Database;
import huisheng.store.StoredKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log, and what is kept of it each minute: the failed logins not yet told, and how far it was written. */
final class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final long EVERY_MS = 60_000;

    private final Vertx vertx;
    private final AnchorFile anchor;
    private final AuditLog log;
    private final SparingTrail trail;
    private final Clock clock;
    private final Chore keeping;

    /**
     * @param secret that seals the log
     * @param data folder, out of the database's reach
     */
    Recording(Vertx vertx, Database database, byte[] secret, Path data, Clock clock) throws IOException {
        this.vertx = vertx;
        this.clock = clock;
        this.anchor = new AnchorFile(data);
        this.log = new AuditLog(new AuditTable(database), secret, anchor.read());
        this.trail = new SparingTrail(log);
        this.keeping = new Chore(vertx, "keeping what the audit log has reached", EVERY_MS, this::keep);
    }

    AuditTrail trail() {
        return trail;
    }

    /** A key made on the machine itself, by whoever may start the service there. */
    Future<Void> keyMade(StoredKey key) {
        return trail.append(new AuditEntry(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Audited.CHANGE.label(),
                "none",
                null,
                "command line",
                "",
                "POST",
                "/api/v1/keys",
                new TreeMap<>(Map.of("id", String.valueOf(key.id()))),
                List.of(),
                new TreeMap<>(),
                201,
                ""));
    }

    private Future<Void> keep() {
        if (log.isSetBack()) {
            LOG.error(
                    "the audit log no longer holds entry {} as it was written",
                    log.reached().id());
        }
        return trail.turn()
                .eventually(() -> vertx.executeBlocking(() -> {
                    anchor.write(log.reached());
                    return null;
                }));
    }

    Future<Void> close() {
        return keeping.stop().eventually(this::keep);
    }
}
