package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Scope;
import huisheng.ticket.TicketView;
import huisheng.ticket.Tickets;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a company that has used version 40 finds after the newest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationIT {
    private static final String V40 = "40";

    private static final String PEOPLE = """
            INSERT INTO access_user (login, name, password, role, scope) VALUES
                ('head', '王总', '', 'administrator', '{}'), ('post', '李娜', '', 'post', '{}');
            INSERT INTO access_key (hash, name, scope, rights) VALUES
                ('1', 'admin-key', '{}', '{admin,read}'), ('2', 'desk-key', '{}', '{handle,read}');""";

    /** A day is 86,400 s; all were registered on the first, and whatever was implemented, on the third. */
    private static final String TICKETS = """
            INSERT INTO ticket (about, body)
            SELECT '{"only": {}}', jsonb_build_object('title', title, 'problem', '瓶口漏酒', 'level', 2, 'state', state, 'reopened', reopened,
                'work', '{"owner": "李工", "team": "包装组", "plan": "换内塞", "criterion": "漏液减半"}'::jsonb,
                'origin', '{"by": "登记员"}'::jsonb, 'verification', verification,
                'clock', '{"registeredAt": "2026-09-01T00:00:00Z", "respondDue": "2026-09-03T00:00:00Z",
                           "implementDue": "2026-10-01T00:00:00Z", "acknowledgedAt": "2026-09-01T01:00:00Z",
                           "plannedAt": "2026-09-02T00:00:00Z"}'::jsonb || clock)
            FROM (VALUES
                (1, 'paused', 'implemented', 0, NULL::jsonb,
                    '{"implementedAt": "2026-09-03T00:00:00Z", "pausedSince": "2026-09-04T00:00:00Z", "paused": 3600}'::jsonb),
                (2, 'resumed', 'implemented', 0, NULL,
                    '{"implementedAt": "2026-09-03T00:00:00Z", "paused": 90000}'),
                (3, 'cancelled', 'cancelled', 0, NULL, '{"paused": 0}'),
                (4, 'reopened', 'reopened', 2, NULL, '{"paused": 0}'),
                (5, 'verified', 'verified', 0,
                    '{"by": "李工", "at": "2026-10-05T00:00:00Z", "effect": {"label": "better",
                      "evidenceBefore": {"total": 1, "quotes": [{"id": 1, "start": 0, "end": 4, "text": "瓶口漏酒"}]},
                      "evidenceAfter": {"total": 0, "quotes": []}}}',
                    '{"implementedAt": "2026-09-03T00:00:00Z", "verifiedAt": "2026-10-05T00:00:00Z", "paused": 0}')
            ) t (n, title, state, reopened, verification, clock)
            ORDER BY n;
            INSERT INTO history (subject, subject_id, version, happened_at, done_by, kind, changes) VALUES
                ('ticket', 2, 2, '2026-09-02', '李工', 'resume', '{"clock.paused": {"from": 0, "to": 3600}}'),
                ('ticket', 2, 3, '2026-09-03', '李工', 'implement', '{"clock.implementedAt": {"to": "2026-09-03T00:00:00Z"}}'),
                ('ticket', 2, 4, '2026-09-05', '李工', 'resume', '{"clock.paused": {"from": 3600, "to": 90000}}'),
                ('ticket', 3, 2, '2026-09-06 12:00+00', '李工', 'cancel', '{"state": {"from": "planned", "to": "cancelled"}}'),
                ('ticket', 4, 2, '2026-09-03', '李工', 'implement', '{"clock.implementedAt": {"to": "2026-09-03T00:00:00Z"}}'),
                ('ticket', 4, 3, '2026-09-04', '李工', 'reopen', '{"clock.implementedAt": {"from": "2026-09-03T00:00:00Z"}}'),
                ('ticket', 4, 4, '2026-09-05', '李工', 'cancel', '{"state": {"from": "reopened", "to": "cancelled"}}'),
                ('ticket', 4, 5, '2026-09-06', '李工', 'reopen', '{"state": {"from": "cancelled", "to": "reopened"}}'),
                ('ticket', 5, 2, '2026-10-05', '李工', 'verify', '{"verification": {"to": {"by": "李工", "effect":
                    {"evidenceBefore": {"quotes": [{"id": 1, "start": 0, "end": 4, "text": "瓶口漏酒"}]}}}}}');""";

    private static final String ALERTS = """
            INSERT INTO alert_rule (code, body, updated_by) VALUES
                ('danger', '{"filter": {"noise": "exclude", "brand": ["云岭"]}}', 'shipped'),
                ('threat', '{"filter": {"noise": "exclude"}}', 'head'),
                ('spike', '{"filter": {"noise": "exclude"}}', 'shipped'),
                (NULL, '{}', 'head'), (NULL, '{}', 'head');
            INSERT INTO alert_mute (rule_id, group_key, until, muted_by) VALUES
                (1, '', now() + interval '1 day', 'head'), (2, '', now() + interval '1 day', 'post'),
                (3, '', now() + interval '1 day', 'desk-key'), (4, '', now() + interval '1 day', 'admin-key'),
                (5, '', now() + interval '1 day', 'who has left'), (5, 'brand=云岭', now() + interval '1 day', 'post');
            INSERT INTO alert (id, rule_id, group_key, level, state, about, since, raised_at, deadline, last_seen, count,
                               told, told_at, muted_until, body)
            SELECT n, 1, 'g' || n, 1, 'open', '{}', now(), now(), now(), now(), 7, n - 1,
                   CASE WHEN n > 1 THEN timestamptz '2026-09-01 00:00+00' END, now() + interval '1 day',
                   '{"evidence": [{"id": 1, "start": 0, "end": 4}]}'
            FROM generate_series(1, 2) n;""";

    private static final String OUTBOX = """
            INSERT INTO target (name, kind, shown, sealed, language, events, scope, enabled, updated_by)
            VALUES ('crm', 'webhook', '', '', 'zh', '{review.matched,alert.raised}', '{}', true, 'head');
            INSERT INTO outbox_event (key, type, about, body) VALUES
                ('review:1:1:1', 'review.matched', '{}', '{"text": {"zh": "瓶口漏酒", "en": "瓶口漏酒"}}'),
                ('alert:1:raised:7', 'alert.raised', '{}',
                 '{"text": {"zh": "健康。\\n「瓶口漏酒」", "en": "health.\\n“瓶口漏酒”"}}');
            INSERT INTO delivery (event_id, target_id, urgent) SELECT id, 1, true FROM outbox_event ORDER BY id;""";

    private final Vertx vertx = Vertx.vertx();
    private Database database;

    @BeforeAll
    void migrate() {
        String url = EmbeddedDatabases.url();
        PgConnectOptions options = PgConnectOptions.fromUri(url);
        Database.migrate(options, V40);
        Pool pool = PgBuilder.pool().connectingTo(options).using(vertx).build();
        await(pool.query(PEOPLE + TICKETS + ALERTS + OUTBOX).execute());
        await(pool.close());
        database = await(Database.open(vertx, DatabaseSettings.at(url)));
    }

    @AfterAll
    void close() {
        await(database.close());
        await(vertx.close());
    }

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        for (Row row : await(database.pool().query(sql).execute())) rows.add(row.getString(0));
        return rows;
    }

    private String ticket(String title, String path) {
        return rows("SELECT body #>> '" + path + "' FROM ticket WHERE body ->> 'title' = '" + title + "'")
                .getFirst();
    }

    @Test
    void tickets_ofBefore_areReadAsTheyWere() {
        List<TicketView> read = new ArrayList<>();
        Tickets tickets = new Tickets(database, Clock.systemUTC());
        for (long id = 1; id <= 5; id++) await(tickets.find(Scope.ALL, id)).ifPresent(read::add);
        assertThat(read)
                .extracting(view -> view.ticket().title())
                .containsExactly("paused", "resumed", "cancelled", "reopened", "verified");
        assertThat(read).allSatisfy(view -> assertThat(view.ticket().look()).isNull());
    }

    @Test
    void tickets_implemented_wereSoAfterTheTimeWithoutThePausesBefore() {
        assertThat(rows("SELECT concat_ws(' ', body ->> 'title', paused, implemented_after) FROM ticket"
                        + " WHERE implemented_after IS NOT NULL ORDER BY id"))
                .containsExactly("paused 3600 169200", "resumed 90000 169200", "verified 0 172800");
    }

    @Test
    void tickets_cancelledOrReopened_tellWhenAndHowOften() {
        assertThat(ticket("cancelled", "{clock,cancelledAt}")).isEqualTo("2026-09-06T12:00:00Z");
        assertThat(ticket("reopened", "{clock,cancelledAt}")).isNull();
        assertThat(rows("SELECT reopened::text FROM ticket ORDER BY id")).containsExactly("0", "0", "0", "1", "0");
    }

    @Test
    void tickets_verified_keepPlacesAndNoSentences() {
        String quote = "{\"id\": 1, \"end\": 4, \"start\": 0}";
        assertThat(ticket("verified", "{verification,effect,evidenceBefore,quotes,0}"))
                .isEqualTo(quote);
        assertThat(ticket("verified", "{verification,effect,evidenceBefore,total}"))
                .isEqualTo("1");
        assertThat(rows("SELECT changes #>> '{verification,to,effect,evidenceBefore,quotes,0}' FROM history"
                        + " WHERE subject_id = 5"))
                .containsExactly(quote);
    }

    @Test
    void rules_shippedOnes_changeAndEditedOnesStay() {
        assertThat(rows("SELECT concat_ws(' ', code, version, body #>> '{filter,noise}', body #>> '{filter,brand}')"
                        + " FROM alert_rule WHERE code IS NOT NULL ORDER BY id"))
                .containsExactly("danger 2 include [\"云岭\"]", "threat 1 exclude", "spike 1 exclude");
    }

    /** Only administrators mute whole rules; of whom nobody knows, what was asked for is left. */
    @Test
    void mutes_ofTheEmptyGroup_areOfTheRuleOrOfTheGroupByWhoMuted() {
        assertThat(rows("SELECT concat_ws(' ', rule_id, coalesce(quote_literal(group_key), 'rule'), muted_by)"
                        + " FROM alert_mute ORDER BY rule_id, group_key"))
                .containsExactly(
                        "1 rule head",
                        "2 '' post",
                        "3 '' desk-key",
                        "4 rule admin-key",
                        "5 'brand=云岭' post",
                        "5 rule who has left");
    }

    @Test
    void alerts_toldBefore_areToldOfAllThatTheyCounted() {
        assertThat(rows("SELECT concat_ws(' ', id, told, told_count, extract(epoch FROM tried_at)::bigint) FROM alert"
                        + " ORDER BY id"))
                .containsExactly("1 0 0", "2 1 7 1788220800");
    }

    /** Nothing of what waited is lost, and it says no more than a review whose writer has it erased. */
    @Test
    void outbox_waiting_staysUntilItsReviewIsErased() {
        String waiting = "SELECT e.key FROM outbox_event e JOIN delivery d ON d.event_id = e.id WHERE state = 'waiting'"
                + " ORDER BY 1";
        assertThat(rows(waiting)).containsExactly("alert:1:raised:7", "review:1:1:1");
        assertThat(await(new ReviewTable(database).save(List.of(Reviews.by("me", "m1", "瓶口漏酒"))))
                        .getFirst()
                        .id())
                .isEqualTo(1);
        await(new Subjects(database).erase("me"));
        assertThat(rows(waiting)).containsExactly("alert:1:raised:7");
        assertThat(rows("SELECT body FROM outbox_event")).noneMatch(body -> body.contains("漏酒"));
    }
}
