package huisheng.ticket;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.alert.delivery.Notice;
import huisheng.json.Json;
import huisheng.review.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CasesIT extends LoopTest {
    private static final Cases.Reader ALL = new Cases.Reader(Scope.ALL, EnumSet.allOf(Audience.class));

    private final Cases cases = new Cases(database, clock);

    private CaseView write(String title, String problem, Scope about, Instant reviewDue) {
        CaseFile file = new CaseFile(
                "leak",
                title,
                problem,
                Impact.HIGH,
                "",
                "",
                List.of(),
                "",
                "",
                Audience.EVERYONE,
                reviewDue,
                false,
                null,
                "小王");
        return await(cases.write(ALL, about, file, Set.of(), "小王", null));
    }

    private List<Long> found(Cases.Reader reader, String text, boolean archived) {
        return await(cases.search(reader, text, null, null, archived, 10)).stream()
                .map(CaseView::id)
                .toList();
    }

    @Test
    void search_partOfAWord_findsTheBestFirstAndNothingElse() {
        Instant due = START.plus(Duration.ofDays(900));
        long bottle = write("瓶口漏酒", "运输途中瓶口渗漏", Scope.ALL, due).id();
        long both = write("外箱受潮", "瓶口漏酒导致外箱受潮发霉", Scope.ALL, due).id();
        long taste = write("口感偏淡", "顾客觉得口感偏淡", Scope.ALL, due).id();
        assertThat(found(ALL, "口漏", false)).containsExactlyInAnyOrder(bottle, both);
        assertThat(found(ALL, "外箱受潮 瓶口", false)).startsWith(both).doesNotContain(taste);
        assertThat(found(ALL, "口感", false)).containsExactly(taste);
        assertThat(found(ALL, "感", false)).containsExactly(taste);
        assertThat(found(ALL, "发货慢", false)).isEmpty();
        assertThat(found(ALL, "。！", false)).isEmpty();
    }

    @Test
    void search_aSmallerScope_weighsByWhatItSeesAlone() {
        Instant due = START.plus(Duration.ofDays(900));
        long own = write("涨价引发不满", "涨价", region("山东"), due).id();
        Cases.Reader east = new Cases.Reader(region("山东"), EnumSet.of(Audience.EVERYONE));
        CaseView before = await(cases.search(east, "涨价", null, null, false, 10)).getFirst();
        for (int i = 0; i < 5; i++) {
            CaseView other = write("涨价" + i, "涨价", region("河北"), due);
            assertThat(await(cases.find(east, other.id()))).isEmpty();
        }
        assertThat(found(east, "涨价", false)).containsExactly(own);
        assertThat(await(cases.search(east, "涨价", null, null, false, 10)).getFirst())
                .isEqualTo(before);
    }

    @Test
    void putStaleAway_casesWhoseReviewIsDue_areOutOfSearchUnlessAskedFor() {
        clock.set(START);
        long stale =
                write("霉斑标签", "霉斑", Scope.ALL, START.plus(Duration.ofDays(30))).id();
        long fresh =
                write("霉斑瓶盖", "霉斑", Scope.ALL, START.plus(Duration.ofDays(90))).id();
        assertThat(await(cases.putStaleAway())).isZero();
        clock.set(START.plus(Duration.ofDays(31)));
        assertThat(await(cases.putStaleAway())).isEqualTo(1);
        assertThat(await(cases.putStaleAway())).isZero();
        assertThat(found(ALL, "霉斑", false)).containsExactly(fresh);
        assertThat(found(ALL, "霉斑", true)).containsExactlyInAnyOrder(stale, fresh);
        CaseView archived = await(cases.find(ALL, stale)).orElseThrow();
        assertThat(archived.version()).isEqualTo(2);
        assertThat(await(cases.history(ALL, stale, null, 10))
                        .orElseThrow()
                        .getFirst()
                        .kind())
                .isEqualTo("archived");
        clock.set(START);
    }

    @Test
    void change_anOldVersion_isRefusedAndTheHistoryKeepsBoth() {
        CaseView first = write("瓶盖难开", "盖子太紧", Scope.ALL, START.plus(Duration.ofDays(900)));
        CaseFile next = first.file().putAway();
        assertThat(await(cases.change(ALL, first.id(), 1, next, Set.of(), "小李"))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        assertThatThrownBy(() -> await(cases.change(ALL, first.id(), 1, next, Set.of(), "小赵")))
                .hasCauseInstanceOf(Outdated.class);
        assertThat(await(cases.history(ALL, first.id(), null, 10)).orElseThrow())
                .extracting(entry -> entry.version() + entry.by())
                .containsExactly("2小李", "1小王");
    }

    @Test
    void history_rewritten_isRefusedByTheDatabase() {
        CaseView view = write("改不了的历史", "历史", Scope.ALL, START.plus(Duration.ofDays(900)));
        for (String sql : List.of(
                "UPDATE history SET done_by = '别人'",
                "DELETE FROM history",
                "TRUNCATE history",
                "SET huisheng.erasing = 'on'; UPDATE history SET done_by = '别人'")) {
            assertThatThrownBy(() -> await(database.pool().query(sql).execute()))
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("only added to");
        }
        assertThat(await(cases.history(ALL, view.id(), null, 10)).orElseThrow()).hasSize(1);
    }

    @Test
    void ticketChanged_isToldAsANoticeForEachVersion() {
        TicketView view = register("瓶口漏液", 1, region("江苏"), "包装组", Set.of());
        view = take(view, Step.ASSIGN, new Given("李工", null, null, null, null, null, null));
        List<String> told = texts("SELECT body FROM outbox_event WHERE key = 'ticket:" + view.id() + ":2'");
        assertThat(told).hasSize(1);
        Notice notice = Json.read(told.getFirst(), Notice.class);
        assertThat(notice.type()).isEqualTo("ticket.changed");
        assertThat(notice.level()).isEqualTo(1);
        assertThat(notice.title().zh()).isEqualTo("工单 " + view.id() + " 已登记：瓶口漏液");
        assertThat(notice.text().en()).contains("L1, owner: 李工");
        assertThat(notice.link()).isEqualTo("/#/tickets/" + view.id());
        assertThat(notice.facts()).containsEntry("state", "registered").containsEntry("team", "包装组");
    }
}
