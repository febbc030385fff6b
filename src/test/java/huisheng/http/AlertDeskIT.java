package huisheng.http;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.alert.Alerting;
import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.store.AlertLog;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertState;
import huisheng.store.AlertTable;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.TargetTable;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final AlertDesk desk = new AlertDesk(new AlertTable(database), new AlertRuleTable(database));

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

    private void ruleTells(String target) {
        String body = Json.write(Alerting.rule(0, "{kind: immediate, rating: 1}", "targets: [" + target + "]")
                .rule());
        await(database.pool()
                .preparedQuery("UPDATE alert_rule SET body = $1::text::jsonb")
                .execute(Tuple.of(body)));
        for (String name : List.of("duty", "other")) {
            Set<String> types = Set.of("alert.acknowledged");
            await(new TargetTable(database)
                    .put(new TargetTable.NewTarget(
                            name, "webhook", "…", "c2VhbGVk", "zh", types, null, null, Scope.ALL, true, "admin")));
        }
    }

    private List<String> told() {
        List<String> targets = new ArrayList<>();
        await(database.pool()
                        .query("SELECT t.name FROM delivery d JOIN target t ON t.id = d.target_id ORDER BY d.id")
                        .execute())
                .forEach(row -> targets.add(row.getString(0)));
        return targets;
    }

    @Test
    void acknowledge_ruleThatNamesItsTargets_isToldToThemAlone() {
        ruleTells("duty");
        await(desk.acknowledge(HANDLER, 1, null));
        assertThat(told()).containsExactly("duty");
    }

    @Test
    void acknowledge_muted_isToldToNobody() {
        ruleTells("duty");
        await(desk.mute(HANDLER, 1, Instant.now().plusSeconds(3600), null));
        AlertView taken = await(desk.acknowledge(HANDLER, 1, null)).orElseThrow();
        assertThat(taken.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(told()).isEmpty();
    }

    @Test
    void acknowledge_ruleThatCannotBeRead_isToldToNobody() {
        ruleTells("duty");
        await(database.pool()
                .query("UPDATE alert_rule SET body = body || '{\"later\": true}'")
                .execute());
        await(desk.acknowledge(HANDLER, 1, null));
        assertThat(told()).isEmpty();
    }

    @Test
    void mute_longerThanOneMay_isRefused() {
        Instant tooLate = Instant.now().plus(Duration.ofDays(91));
        assertThatThrownBy(() -> await(desk.mute(HANDLER, 1, tooLate, null)))
                .hasStackTraceContaining("ProblemException");
        assertThat(await(desk.find(HANDLER, 1)).orElseThrow().mutedUntil()).isNull();
    }
}
