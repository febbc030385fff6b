package huisheng.ticket;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.alert.delivery.Notice;
import huisheng.json.Json;
import huisheng.review.Scope;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlinesIT extends LoopTest {
    private static final Given ALL = new Given("李工", null, "方案", "标准", null, null, "因为");

    private final Deadlines deadlines = new Deadlines(database, clock);

    /** What earlier tests left is told. */
    @BeforeEach
    void startAnew() {
        texts("UPDATE ticket SET body = jsonb_set(body, '{state}', '\"closed\"') RETURNING id::text");
        texts("DELETE FROM playbook_run RETURNING id::text");
        texts("DELETE FROM outbox_event RETURNING key");
        clock.set(START);
    }

    /** Titles told of deadlines from the time on, in order. */
    private List<String> told(Duration later) {
        clock.set(START.plus(later));
        texts("DELETE FROM outbox_event WHERE key ~ '^ticket:[0-9]+:[0-9]+$' RETURNING key");
        List<String> before = titles();
        // two processes at once
        await(Future.all(deadlines.tell(), new Deadlines(database, clock).tell()));
        List<String> after = titles();
        return after.subList(before.size(), after.size());
    }

    private List<String> titles() {
        return texts("SELECT body FROM outbox_event ORDER BY id").stream()
                .map(body -> Json.read(body, Notice.class).title().zh())
                .toList();
    }

    private Notice newest() {
        return Json.read(texts("SELECT body FROM outbox_event ORDER BY id DESC").getFirst(), Notice.class);
    }

    @Test
    void respond_thatIsDue_isToldBeforeAndAfterAndOnceEach() {
        long id = register("瓶口漏液", 1, region("江苏"), "包装组", Set.of()).id();
        assertThat(told(Duration.ofHours(20).minusSeconds(1))).isEmpty();
        assertThat(told(Duration.ofHours(20))).containsExactly("工单 " + id + " 首次响应即将到期：瓶口漏液");
        assertThat(told(Duration.ofHours(21))).isEmpty();
        assertThat(told(Duration.ofHours(24))).containsExactly("工单 " + id + " 首次响应已超期：瓶口漏液");
        assertThat(told(Duration.ofHours(40))).isEmpty();
        Notice notice = newest();
        assertThat(notice.type()).isEqualTo("ticket.due");
        assertThat(notice.level()).isEqualTo(1);
        assertThat(notice.link()).isEqualTo("/#/tickets/" + id);
        assertThat(notice.facts())
                .containsEntry("what", "respond")
                .containsEntry("over", true)
                .containsEntry("team", "包装组");
        assertThat(texts("SELECT about::text FROM outbox_event")).containsOnly("{\"only\": {\"region\": [\"江苏\"]}}");
    }

    @Test
    void implement_putOffByAPause_isToldByItsNewDay() {
        TicketView view = register("标签歪", 2, Scope.ALL, "", Set.of());
        view = take(view, Step.PLAN, ALL);
        assertThat(told(Duration.ofDays(27))).containsExactly("工单 " + view.id() + " 整改即将到期：标签歪");
        view = take(view, Step.PAUSE, ALL);
        assertThat(told(Duration.ofDays(40))).isEmpty();
        view = take(view, Step.RESUME, Given.NOTHING);
        assertThat(told(Duration.ofDays(41))).containsExactly("工单 " + view.id() + " 整改即将到期：标签歪");
        assertThat(told(Duration.ofDays(43))).containsExactly("工单 " + view.id() + " 整改已超期：标签歪");
        take(view, Step.IMPLEMENT, Given.NOTHING);
        assertThat(told(Duration.ofDays(90))).isEmpty();
    }

    @Test
    void verify_whenTheMeasureDecides_isTold() {
        Goal goal = new Goal("negative", null, Map.of(), null, null, 7);
        TicketView view = register("漏酒", 2, Scope.ALL, "", Set.of());
        view = take(view, Step.PLAN, new Given("李工", null, "方案", "标准", goal, null, null));
        view = take(view, Step.IMPLEMENT, Given.NOTHING);
        assertThat(told(Duration.ofDays(7).minusSeconds(1))).isEmpty();
        assertThat(told(Duration.ofDays(7))).containsExactly("工单 " + view.id() + " 可以验收：漏酒");
        assertThat(told(Duration.ofDays(8))).isEmpty();
    }

    @Test
    void step_ofAPlaybookThatIsLate_isToldOnce() {
        TicketView view = register("舆情", 1, Scope.ALL, "", Set.of());
        Runs runs = new Runs(database, clock);
        Procedure playbook = Objects.requireNonNull(Procedures.shipped().get("opinion-crisis"));
        RunView run = await(runs.start("opinion-crisis", playbook, RunStart.of(view), "小王", null));
        Instant second = run.run().steps().get(1).due();
        await(runs.done(Scope.ALL, run.id(), 1, "小王", null));
        assertThat(told(Duration.between(START, second).minusSeconds(1))).isEmpty();
        assertThat(told(Duration.between(START, second)))
                .containsExactly(
                        "预案 " + run.id() + " 第 2 步已超期：" + playbook.title().zh());
        assertThat(newest().link()).isEqualTo("/#/tickets/" + view.id());
        assertThat(told(Duration.between(START, second).plusSeconds(30))).isEmpty();
    }

    @Test
    void step_ofAPlaybookOfAnAlert_leadsToTheAlert() {
        Runs runs = new Runs(database, clock);
        Procedure playbook = Objects.requireNonNull(Procedures.shipped().get("opinion-crisis"));
        await(runs.start("opinion-crisis", playbook, new RunStart(null, 17L, Scope.ALL), "小王", null));
        assertThat(told(Duration.ofDays(1))).isNotEmpty();
        assertThat(newest().type()).isEqualTo("playbook.due");
        assertThat(newest().link()).isEqualTo("/#/alerts/17");
    }
}
