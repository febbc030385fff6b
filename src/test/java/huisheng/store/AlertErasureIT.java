package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

class AlertErasureIT extends StoreTest {
    private static final String TEXT = "我是前街小学的李老师，喝完当晚全身起红疹";

    private String text(String sql) {
        return await(database().pool().query(sql).execute()).iterator().next().getString(0);
    }

    private void alert(long id, long review, String evidence) {
        await(database().pool().query("""
                INSERT INTO alert_rule (body, updated_by) SELECT '{}', 'test' WHERE NOT EXISTS (SELECT FROM alert_rule)""").execute());
        await(database().pool().preparedQuery("""
                INSERT INTO alert (id, rule_id, group_key, level, state, about, since, raised_at, deadline, last_seen, count,
                                   told, told_count, body)
                SELECT $1, id, 'g' || $1::bigint, 1, 'open', '{}', now(), now(), now(), now(), 1, 0, 0,
                       jsonb_build_object('evidence', $2::text::jsonb)
                FROM alert_rule LIMIT 1""").execute(Tuple.of(id, evidence)));
        if (review > 0) {
            await(database()
                    .pool()
                    .preparedQuery("INSERT INTO alert_match VALUES (1, $1, 1, $2)")
                    .execute(Tuple.of(review, id)));
        }
    }

    private void comment(long alert, String comment) {
        await(database()
                .pool()
                .preparedQuery("INSERT INTO alert_log (alert_id, at, what, comment) VALUES ($1, now(), 'closed', $2)")
                .execute(Tuple.of(alert, comment)));
    }

    private String comments(long alert) {
        return text("SELECT string_agg(comment, ' / ' ORDER BY seq) FROM alert_log WHERE alert_id = " + alert);
    }

    @Test
    void erase_author_takesQuotationsOutOfCommentsAndNotices() {
        long review = save(Reviews.by("me", "m1", TEXT)).getFirst().id();
        alert(1, review, "[]");
        alert(2, 0, "[{\"id\":" + review + ",\"start\":0,\"end\":2}]");
        alert(3, 0, "[]"); // showed it once, as one about a measure does until it is evaluated again
        for (long alert = 1; alert <= 3; alert++) comment(alert, "已致电：“我是前街小学的李老师”，说喝完当晚全身起红疹");
        await(database()
                .pool()
                .preparedQuery("""
                INSERT INTO outbox_event (key, type, about, body) VALUES ('alert:1:raised:1', 'alert.raised', '{}', $1)""")
                .execute(Tuple.of("{\"key\":\"alert:1:raised:1\",\"text\":{\"zh\":\"健康（1 级）。\\n「…起红疹」\","
                        + "\"en\":\"health.\\n“…起红疹”\"}}")));
        await(new Subjects(database()).erase("me"));
        assertThat(comments(1)).isEqualTo("已致电：“…”，说…");
        assertThat(comments(2)).isEqualTo("已致电：“…”，说…");
        assertThat(comments(3)).isEqualTo("已致电：“…”，说…");
        assertThat(text("SELECT body::jsonb #>> '{text,zh}' FROM outbox_event")).isEqualTo("健康（1 级）。");
        assertThat(text("SELECT body::jsonb #>> '{text,en}' FROM outbox_event")).isEqualTo("health.");
    }

    @Test
    void erase_authorOfAnOlderVersion_takesItsWordsOutOfComments() {
        save(Reviews.by("first", "v1", "瓶盖里有一只苍蝇的翅膀"));
        save(Reviews.by("second", "v1", "换了一瓶就再也没有事了"));
        alert(11, 0, "[]");
        comment(11, "原文“瓶盖里有一只苍蝇的翅膀”，后改为“换了一瓶就再也没有事了”");
        comment(11, "与此无关");
        await(new Subjects(database()).erase("first"));
        assertThat(comments(11)).isEqualTo("原文“…”，后改为“换了一瓶就再也没有事了” / 与此无关");
    }
}
