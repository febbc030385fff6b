package huisheng.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.review.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant START = Instant.parse("2026-11-02T02:00:00Z");
    private static final Given ALL = new Given("李工", "包装组", "换垫圈", "负面率下降", null, 1, "因为", "瓶口渗漏", null, "leak");

    private static Ticket registered(int level) {
        return new Ticket(
                "瓶口漏液",
                "",
                null,
                level,
                State.REGISTERED,
                new Work(null, null, null, null, null),
                TicketClock.start(level, START),
                new Origin("小王", null, null),
                null,
                0,
                null);
    }

    private static Ticket after(Ticket ticket, Step step, Given given, Duration later) {
        return Lifecycle.after(ticket, step, given, "小王", START.plus(later), null);
    }

    private static Ticket in(State state) {
        return registered(2).in(state);
    }

    private static Given because(String reason) {
        return new Given(null, null, null, null, null, null, reason);
    }

    @Test
    void steps_fromEachState_areThoseOfTheTable() {
        Map<State, Set<Step>> table = new EnumMap<>(State.class);
        Set<Step> always = EnumSet.of(Step.ASSIGN, Step.PAUSE, Step.REGRADE, Step.EDIT);
        table.put(State.REGISTERED, EnumSet.of(Step.PLAN, Step.CANCEL));
        table.put(State.PLANNED, EnumSet.of(Step.PLAN, Step.IMPLEMENT, Step.CANCEL));
        table.put(State.IMPLEMENTED, EnumSet.of(Step.VERIFY, Step.REOPEN, Step.CANCEL));
        table.put(State.VERIFIED, EnumSet.of(Step.CLOSE, Step.REOPEN));
        table.put(State.REOPENED, EnumSet.of(Step.PLAN, Step.CANCEL));
        for (Set<Step> steps : table.values()) steps.addAll(always);
        table.put(State.CLOSED, EnumSet.of(Step.REOPEN));
        table.put(State.CANCELLED, EnumSet.of(Step.REOPEN));
        table.forEach((state, steps) ->
                assertThat(Step.next(in(state), START)).as(state.label()).containsExactlyInAnyOrderElementsOf(steps));
    }

    @Test
    void after_aStepThatDoesNotFit_isRefusedWithThoseThatDo() {
        for (State state : State.values()) {
            Ticket ticket = in(state);
            List<Step> possible = Step.next(ticket, START.plus(Duration.ofHours(1)));
            for (Step step : Step.values()) {
                if (possible.contains(step)) {
                    assertThat(after(ticket, step, ALL, Duration.ofHours(1)))
                            .as(step + " " + state)
                            .isNotNull();
                } else {
                    assertThatThrownBy(() -> after(ticket, step, ALL, Duration.ofHours(1)))
                            .isInstanceOfSatisfying(StepRefused.class, refused -> {
                                assertThat(refused.possible()).isEqualTo(possible);
                                assertThat(refused.missing()).isEmpty();
                            });
                }
            }
        }
    }

    @Test
    void plan_lackingSomething_namesAllThatIsMissing() {
        assertMissing(registered(1), Step.PLAN, Given.NOTHING, null, "plan", "owner", "criterion");
        Given onlyPlan = new Given(null, null, "换垫圈", null, null, null, null);
        Ticket owned = registered(1).with(new Work("李工", null, null, null, null));
        assertMissing(owned, Step.PLAN, onlyPlan, null, "criterion");
        assertMissing(owned, Step.ASSIGN, Given.NOTHING, null, "owner");
        assertMissing(owned, Step.CANCEL, Given.NOTHING, null, "reason");
        assertMissing(owned, Step.REGRADE, because("更严重"), null, "level");
    }

    @Test
    void verify_withoutAMeasure_needsAReason() {
        Ticket done = in(State.IMPLEMENTED);
        assertMissing(done, Step.VERIFY, Given.NOTHING, null, "reason");
        Ticket believed = Lifecycle.after(done, Step.VERIFY, because("到店抽查"), "质检", START, null);
        assertThat(believed.verification()).isEqualTo(new Verification("质检", START, null, "到店抽查"));
        assertThat(Step.next(done, START)).doesNotContain(Step.MEASURE);
    }

    @Test
    void verify_beforeTheMeasureDecides_isRefusedWithTheDayWhateverTheReason() {
        Ticket done = measured(30);
        Instant from = START.plus(Duration.ofDays(31));
        assertThat(Step.next(done, from.minusSeconds(1))).contains(Step.MEASURE).doesNotContain(Step.VERIFY);
        Ticket looked = looked(done, Duration.ofDays(10), "better");
        assertThat(looked.look()).isEqualTo(new Look("质检", START.plus(Duration.ofDays(10)), true, effect("better")));
        assertThat(looked.state()).isEqualTo(State.IMPLEMENTED);
        for (Ticket early : List.of(done, looked)) {
            assertThatThrownBy(() -> after(early, Step.VERIFY, because("看起来好了"), Duration.ofDays(30)))
                    .isInstanceOfSatisfying(
                            StepRefused.class,
                            refused -> assertThat(refused.from()).isEqualTo(from));
        }
        // a look that was had too early proves nothing later either
        assertMissing(looked, Step.VERIFY, Given.NOTHING, Duration.ofDays(31), "reason");
    }

    @Test
    void measure_onceItDecides_isHadOnce() {
        for (String label : List.of("not-yet", "worse", "no-difference")) {
            Ticket looked = looked(measured(7), Duration.ofDays(8), label);
            assertThat(looked.decided()).isTrue();
            assertThat(Objects.requireNonNull(looked.look()).preliminary()).isFalse();
            assertThat(Step.next(looked, START.plus(Duration.ofDays(9))))
                    .contains(Step.VERIFY)
                    .doesNotContain(Step.MEASURE);
            assertThatThrownBy(() -> looked(looked, Duration.ofDays(20), "better"))
                    .isInstanceOf(StepRefused.class);
            assertMissing(looked, Step.VERIFY, Given.NOTHING, Duration.ofDays(20), "reason");
            Ticket believed = after(looked, Step.VERIFY, because("到店抽查"), Duration.ofDays(20));
            assertThat(believed.verification())
                    .isEqualTo(new Verification("小王", START.plus(Duration.ofDays(20)), effect(label), "到店抽查"));
        }
        Ticket better = looked(looked(measured(7), Duration.ofDays(2), "worse"), Duration.ofDays(8), "better");
        Ticket proven = after(better, Step.VERIFY, Given.NOTHING, Duration.ofDays(9));
        assertThat(proven.state()).isEqualTo(State.VERIFIED);
        assertThat(after(proven, Step.REOPEN, because("又来了"), Duration.ofDays(12))
                        .look())
                .isNull();
    }

    @Test
    void look_ofAnEffectWithEvidence_keepsPlacesAndNoWords() {
        JsonNode effect = Json.read(
                "{\"label\":\"better\",\"evidenceBefore\":{\"quotes\":[{\"id\":4,\"start\":0,\"end\":2,\"text\":\"漏酒了\"}],\"link\":\"/x\"}}",
                JsonNode.class);
        assertThat(Look.of("质检", START, false, effect).effect().toString())
                .isEqualTo(
                        "{\"label\":\"better\",\"evidenceBefore\":{\"quotes\":[{\"id\":4,\"start\":0,\"end\":2}],\"link\":\"/x\"}}");
        assertThat(effect.toString()).contains("漏酒了");
    }

    /** Implemented a day after the start. */
    private static Ticket measured(int days) {
        Goal goal = new Goal("negative", null, Map.of(), null, null, days);
        Given plan = new Given("李工", null, "换垫圈", "负面率下降", goal, null, null);
        Ticket planned = after(registered(2), Step.PLAN, plan, Duration.ofHours(1));
        return after(planned, Step.IMPLEMENT, Given.NOTHING, Duration.ofDays(1));
    }

    private static Ticket looked(Ticket ticket, Duration later, String label) {
        return Lifecycle.after(ticket, Step.MEASURE, Given.NOTHING, "质检", START.plus(later), effect(label));
    }

    @Test
    void clock_implementedAfterPauses_countsWithoutThemAndNotLaterOnes() {
        Ticket planned = after(registered(2), Step.PLAN, ALL, Duration.ofHours(1));
        Ticket paused = after(planned, Step.PAUSE, because("等供应商"), Duration.ofDays(1));
        Ticket resumed = after(paused, Step.RESUME, Given.NOTHING, Duration.ofDays(11));
        Ticket done = after(resumed, Step.IMPLEMENT, Given.NOTHING, Duration.ofDays(35));
        assertThat(done.clock().implementedAfter())
                .isEqualTo(Duration.ofDays(25).toSeconds());
        Ticket waiting = after(done, Step.PAUSE, because("等评论"), Duration.ofDays(36));
        Ticket verified = after(waiting, Step.VERIFY, because("抽查"), Duration.ofDays(60));
        assertThat(verified.clock().implementedAfter())
                .isEqualTo(Duration.ofDays(25).toSeconds());
        assertThat(after(verified, Step.REOPEN, ALL, Duration.ofDays(61))
                        .clock()
                        .implementedAfter())
                .isNull();
    }

    @Test
    void reopen_aCancelledTicket_goesOnWhereItStoodAndHasNotComeBack() {
        Ticket cancelled = after(registered(1), Step.CANCEL, because("重复"), Duration.ofHours(10));
        Ticket again = after(cancelled, Step.REOPEN, because("不是重复"), Duration.ofDays(50));
        Duration away = Duration.ofDays(50).minusHours(10);
        assertThat(again.reopened()).isZero();
        assertThat(again.clock().cancelledAt()).isNull();
        assertThat(again.clock().implementDue())
                .isEqualTo(START.plus(Duration.ofDays(30)).plus(away));
        assertThat(again.clock().paused()).isEqualTo(away.toSeconds());
        Ticket done = measured(7);
        Ticket dropped = after(done, Step.CANCEL, because("停产"), Duration.ofDays(2));
        assertThat(after(dropped, Step.REOPEN, because("复产"), Duration.ofDays(3))
                        .reopened())
                .isEqualTo(1);
    }

    private static JsonNode effect(String label) {
        return Json.MAPPER.createObjectNode().put("label", label);
    }

    private static void assertMissing(
            Ticket ticket, Step step, Given given, @Nullable Duration later, String... missing) {
        Instant now = later == null ? START : START.plus(later);
        assertThatThrownBy(() -> Lifecycle.after(ticket, step, given, "小王", now, null))
                .isInstanceOfSatisfying(
                        StepRefused.class,
                        refused -> assertThat(refused.missing()).containsExactly(missing));
    }

    @Test
    void edit_ofAPausedTicket_changesItsWordsAndNothingElse() {
        Ticket paused = after(registered(2), Step.PAUSE, because("等供应商"), Duration.ofHours(1));
        assertMissing(paused, Step.EDIT, because("错字"), null, "title");
        Ticket edited = after(paused, Step.EDIT, ALL, Duration.ofHours(2));
        assertThat(edited.title()).isEqualTo("瓶口渗漏");
        assertThat(edited.type()).isEqualTo("leak");
        assertThat(edited.clock()).isEqualTo(paused.clock());
        assertThat(after(paused, Step.ASSIGN, ALL, Duration.ofHours(2)).title()).isEqualTo("瓶口漏液");
    }

    @Test
    void criterion_withAnotherStep_staysAsItWasAgreed() {
        Ticket planned = after(registered(2), Step.PLAN, ALL, Duration.ofHours(1));
        Ticket done = after(planned, Step.IMPLEMENT, Given.NOTHING, Duration.ofDays(3));
        Given easier = new Given("小赵", null, "什么也不做", "差不多就行", null, null, "抽查");
        Ticket verified = after(done, Step.VERIFY, easier, Duration.ofDays(10));
        assertThat(verified.work()).isEqualTo(new Work("小赵", "包装组", "换垫圈", "负面率下降", null));
    }

    @Test
    void level_withAnotherStep_movesNoDeadline() {
        Ticket assigned = after(registered(3), Step.ASSIGN, ALL, Duration.ofHours(1));
        assertThat(assigned.level()).isEqualTo(3);
        assertThat(assigned.clock().respondDue()).isEqualTo(START.plus(Duration.ofDays(3)));
    }

    @Test
    void clock_ofEachLevel_isDueInItsTime() {
        for (int level = 1; level <= 3; level++) {
            Ticket ticket = registered(level);
            Instant due = START.plus(Duration.ofHours(24L * level));
            assertThat(ticket.clock().respondDue()).isEqualTo(due);
            assertThat(ticket.clock().overdue(due)).isFalse();
            assertThat(ticket.clock().overdue(due.plusSeconds(1))).isTrue();
        }
        Ticket taken = after(registered(1), Step.ASSIGN, ALL, Duration.ofHours(1));
        assertThat(taken.clock().acknowledgedAt()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(taken.clock().overdue(START.plus(Duration.ofDays(30)))).isFalse();
        assertThat(taken.clock().overdue(START.plus(Duration.ofDays(30)).plusSeconds(1)))
                .isTrue();
    }

    @Test
    void clock_paused_standsStillAndIsDueLaterByThePause() {
        Ticket paused = after(registered(1), Step.PAUSE, because("等供应商"), Duration.ofHours(10));
        assertThat(paused.clock().overdue(START.plus(Duration.ofDays(90)))).isFalse();
        assertThat(Step.next(paused, START)).contains(Step.RESUME).doesNotContain(Step.PAUSE);
        Ticket resumed = after(paused, Step.RESUME, Given.NOTHING, Duration.ofHours(15));
        assertThat(resumed.clock().pausedSince()).isNull();
        assertThat(resumed.clock().respondDue()).isEqualTo(START.plus(Duration.ofHours(29)));
        assertThat(resumed.clock().implementDue())
                .isEqualTo(START.plus(Duration.ofDays(30)).plus(Duration.ofHours(5)));
        Ticket worked = after(paused, Step.ASSIGN, ALL, Duration.ofHours(15));
        assertThat(worked.clock()).isEqualTo(resumed.clock());
    }

    @Test
    void regrade_toAnotherLevel_countsFromTheRegistrationAndKeepsThePauses() {
        Ticket paused = after(registered(3), Step.PAUSE, because("等供应商"), Duration.ofHours(10));
        Ticket resumed = after(paused, Step.RESUME, Given.NOTHING, Duration.ofHours(12));
        Ticket urgent = after(resumed, Step.REGRADE, ALL, Duration.ofHours(13));
        assertThat(urgent.level()).isEqualTo(1);
        assertThat(urgent.clock().respondDue()).isEqualTo(START.plus(Duration.ofHours(26)));
    }

    @Test
    void reopen_aClosedTicket_keepsThePlanAndForgetsTheVerification() {
        Ticket planned = after(registered(2), Step.PLAN, ALL, Duration.ofHours(1));
        Ticket done = after(planned, Step.IMPLEMENT, Given.NOTHING, Duration.ofDays(3));
        Ticket verified = after(done, Step.VERIFY, because("抽查"), Duration.ofDays(10));
        Ticket closed = after(verified, Step.CLOSE, Given.NOTHING, Duration.ofDays(11));
        assertThat(closed.clock().closedAt()).isEqualTo(START.plus(Duration.ofDays(11)));
        Ticket again = after(closed, Step.REOPEN, because("又出现了"), Duration.ofDays(20));
        assertThat(again.reopened()).isEqualTo(1);
        assertThat(again.verification()).isNull();
        assertThat(again.work().plan()).isEqualTo("换垫圈");
        assertThat(again.clock().closedAt()).isNull();
        assertThat(again.clock().implementDue()).isEqualTo(START.plus(Duration.ofDays(50)));
        assertThat(after(again, Step.PLAN, Given.NOTHING, Duration.ofDays(21)).state())
                .isEqualTo(State.PLANNED);
    }

    @Test
    void changes_ofTwoVersions_nameEachFieldThatDiffers() {
        Ticket before = registered(2);
        Ticket after = before.with(new Work("李工", null, null, null, null)).in(State.PLANNED);
        assertThat(Json.read(Changes.between(before, after), JsonNode.class).toString())
                .isEqualTo("{\"state\":{\"from\":\"registered\",\"to\":\"planned\"},\"work.owner\":{\"to\":\"李工\"}}");
    }

    @Test
    void sharedWords_ofTwoTexts_areTheLongestStretchesInCommon() {
        assertThat(SharedWords.of("快递到了，瓶口漏酒，ＹＬ-500 半瓶没了", "YL-500 批次瓶口漏酒，半瓶"))
                .containsExactly("瓶口漏酒", "500", "yl", "半瓶");
        assertThat(SharedWords.of("香气好", "口感差")).isEmpty();
    }

    @Test
    void procedures_shipped_areInBothLanguagesAndHaveTheGoldenFourHours() {
        Map<String, Procedure> shipped = Procedures.shipped();
        assertThat(shipped).containsOnlyKeys("leak", "health-risk", "counterfeit", "opinion-crisis");
        shipped.forEach((name, procedure) -> {
            assertThat(procedure.title().zh()).as(name).isNotBlank();
            assertThat(procedure.title().en()).as(name).isNotBlank();
            assertThat(procedure.texts()).as(name).containsKey(Procedure.Reader.CUSTOMERS);
            for (Procedure.Step step : procedure.steps()) {
                assertThat(step.says().zh()).as(name).isNotBlank();
                assertThat(step.says().en()).as(name).isNotBlank();
            }
        });
        assertThat(shipped("opinion-crisis").playbook()).isTrue();
        assertThat(shipped("leak").playbook()).isFalse();
        assertThat(shipped("opinion-crisis").texts()).containsOnlyKeys(Procedure.Reader.values());
    }

    private static Procedure shipped(String name) {
        return Objects.requireNonNull(Procedures.shipped().get(name));
    }

    @Test
    void run_stepsDone_areOverdueOnlyWhileOpen() {
        Procedure playbook = shipped("opinion-crisis");
        Run run = Run.of("opinion-crisis", playbook, new RunStart(7L, null, Scope.ALL), "小王", START);
        Instant late = START.plus(Duration.ofMinutes(31));
        assertThat(run.steps().get(0).due()).isEqualTo(START.plus(Duration.ofMinutes(15)));
        assertThat(run.steps().stream().filter(step -> step.overdue(late))).hasSize(2);
        Run ticked = run.done(1, "小李", late, "已成立");
        assertThat(ticked.steps().stream().filter(step -> step.overdue(late))).hasSize(1);
        assertThat(ticked.done(1, "别人", late.plusSeconds(9), null)).isEqualTo(ticked);
        assertThat(ticked.endedAt()).isNull();
        Run ended = ticked;
        for (int i = 2; i <= run.steps().size(); i++) ended = ended.done(i, "小李", late, null);
        assertThat(ended.endedAt()).isEqualTo(late);
    }
}
