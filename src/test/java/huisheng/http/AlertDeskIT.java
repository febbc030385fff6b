package huisheng.http;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.review.Scope;
import huisheng.store.AlertLog;
import huisheng.store.AlertTable;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertDeskIT {
    private static final Principal HANDLER = new Principal(1, "王敏", Scope.ALL, Set.of(Right.READ, Right.HANDLE));
    private static final String COMMENT = "已致电 13812345678，客户同意退货";

    private final Vertx vertx = Vertx.vertx();
    private final Database database = EmbeddedDatabases.open(vertx);
    private final AlertDesk desk = new AlertDesk(new AlertTable(database));

    @BeforeEach
    void raise() {
        await(database.pool()
                .query("INSERT INTO alert_rule (body, updated_by) VALUES ('{}', 'test')")
                .execute());
        await(database.pool().query("""
                INSERT INTO alert (id, rule_id, group_key, level, state, about, since, raised_at, deadline, last_seen, count,
                                   told, told_count, body)
                SELECT 1, id, '', 1, 'open', '{"only":{}}', now(), now(), now(), now(), 1, 0, 0,
                       '{"rule":{"zh":"危险","en":"Danger"},"kind":"immediate","title":{"zh":"危险","en":"Danger"},
                         "text":{"zh":"健康","en":"health"},"where":{},"n":1,"figures":{},"evidence":[],"link":"/"}'
                FROM alert_rule""").execute());
    }

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    @Test
    void comments_areMaskedBeforeTheyAreKept() {
        await(desk.mute(HANDLER, 1, Instant.now().plusSeconds(60), COMMENT));
        await(desk.acknowledge(HANDLER, 1, COMMENT));
        AlertView closed = await(desk.close(HANDLER, 1, COMMENT)).orElseThrow();
        assertThat(closed.told()).isZero();
        assertThat(Objects.requireNonNull(closed.log()))
                .hasSize(3)
                .extracting(AlertLog::comment)
                .allSatisfy(kept -> assertThat(kept).contains("客户同意退货").doesNotContain("13812345678"));
    }

    @Test
    void mute_longerThanOneMay_isRefused() {
        Instant tooLate = Instant.now().plus(Duration.ofDays(91));
        assertThatThrownBy(() -> await(desk.mute(HANDLER, 1, tooLate, null)))
                .hasStackTraceContaining("ProblemException");
        assertThat(await(desk.find(HANDLER, 1)).orElseThrow().mutedUntil()).isNull();
    }
}
