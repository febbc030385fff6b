package huisheng.http;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.ShippedRules;
import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertTable;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.TargetTable;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuleDeskIT {
    private static final Principal ADMIN = new Principal(1, "王敏", Scope.ALL, Set.of(Right.READ, Right.ADMIN));

    private final Vertx vertx = Vertx.vertx();
    private final Database database = EmbeddedDatabases.open(vertx);
    private final AlertRuleTable table = new AlertRuleTable(database);
    private final RuleDesk desk = new RuleDesk(table, new AlertTable(database), new TargetTable(database), query -> {});

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    @Test
    void list_ruleOfALaterVersion_tellsTheOthers() {
        String known = Json.write(ShippedRules.all().values().iterator().next());
        String later = known.replaceFirst("\"kind\":\"[a-z-]+\"", "\"kind\":\"omen\"");
        long readable = insert(known);
        long unreadable = insert(later);
        assertThat(later).isNotEqualTo(known);
        assertThat(await(desk.list(ADMIN))).extracting(RuleView::id).containsExactly(readable);
        assertThat(await(desk.find(ADMIN, unreadable))).isEmpty();
        assertThat(await(desk.mute(ADMIN, unreadable, Instant.now().plusSeconds(3_600))))
                .isEmpty();
        Rule rule = ShippedRules.all().values().iterator().next();
        assertThat(await(desk.put(ADMIN, unreadable, rule, null))).isEmpty();
        assertThat(await(table.find(unreadable)).orElseThrow().body()).contains("omen");
        assertThat(await(desk.delete(ADMIN, unreadable))).isTrue();
    }

    private long insert(String body) {
        return await(table.insert(new AlertRuleTable.NewRule(body, null), "test"))
                .orElseThrow()
                .id();
    }
}
