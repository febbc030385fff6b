package huisheng.ticket;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.insight.Figure;
import huisheng.insight.statistics.Survival;
import huisheng.review.Author;
import huisheng.review.Period;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import huisheng.review.Scope;
import huisheng.store.NewReview;
import huisheng.store.Reply;
import huisheng.store.ReviewTable;
import huisheng.store.ServiceGroup;
import huisheng.store.ServiceTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A random history, counted by the service and by hand. */
class ServiceMeasuresIT extends LoopTest {
    private static final long SEED = 5_000_029;
    private static final Instant NOW = START.plus(Duration.ofDays(60));
    private static final Given ALL = new Given("李工", null, "方案", "标准", null, null, "因为");

    private final List<Life> lives = new ArrayList<>();
    private final Map<String, Long> reviews = new HashMap<>();
    private final ServiceMeasures.Reader reader = new ServiceMeasures.Reader(database, clock);

    /** What happened to one ticket, written down beside it. */
    private static final class Life {
        String team = "";
        String region = "";
        int level;
        Instant registered = START;

        @Nullable
        Instant acknowledged;

        @Nullable
        Instant replied;

        @Nullable
        Instant implemented;

        @Nullable
        Instant closed;

        boolean reopened;
        boolean cancelled;
    }

    @BeforeAll
    void liveAtRandom() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (String region : List.of("江苏", "浙江")) reviews.put(region, saved(region));
        for (int i = 0; i < 150; i++) lives.add(live(random));
        clock.now = NOW;
    }

    private Life live(SplittableRandom random) {
        Life life = new Life();
        life.team = List.of("包装组", "物流组", "小组").get(random.nextInt(10) == 0 ? 2 : random.nextInt(2));
        life.region = random.nextBoolean() ? "江苏" : "浙江";
        life.level = 1 + random.nextInt(3);
        life.registered = START.plus(Duration.ofMinutes(random.nextInt(58 * 24 * 60)));
        clock.now = life.registered;
        TicketView view = register(
                "工单",
                life.level,
                region(life.region),
                life.team,
                Set.of(Objects.requireNonNull(reviews.get(life.region))));
        if (random.nextInt(10) == 0) {
            wait(random, 20);
            view = take(view, Step.CANCEL, ALL);
            life.cancelled = true;
            return life;
        }
        reply(random, view, life);
        view = await(tickets.find(Scope.ALL, view.id())).orElseThrow();
        Step[] way = {Step.ASSIGN, Step.PLAN, Step.IMPLEMENT, Step.VERIFY, Step.CLOSE, Step.REOPEN, Step.PLAN};
        int length = random.nextInt(way.length + 1);
        for (int i = 0; i < length; i++) {
            wait(random, 12 * 24);
            if (clock.now.isAfter(NOW)) break;
            view = take(view, way[i], ALL);
            note(life, way[i], clock.now);
        }
        return life;
    }

    /** One in two customers is answered, most of them within a day. */
    private void reply(SplittableRandom random, TicketView view, Life life) {
        if (random.nextBoolean()) return;
        Instant at = life.registered.plusSeconds(1 + random.nextInt(40 * 3_600));
        if (at.isAfter(NOW)) return;
        clock.now = at;
        long review = Objects.requireNonNull(reviews.get(life.region));
        Reply reply = new Reply(review, "已补发", "客服", at, "phone");
        assertThat(await(tickets.reply(Scope.ALL, view.id(), reply))).isPresent();
        life.replied = at;
        life.acknowledged = at;
    }

    private long saved(String region) {
        Review review = new Review(
                "jd",
                region,
                ReviewKind.INITIAL,
                null,
                null,
                null,
                null,
                null,
                region,
                Author.UNKNOWN,
                1,
                "漏酒",
                null,
                START,
                0,
                null,
                null,
                Map.of());
        return await(new ReviewTable(database).save(List.of(new NewReview(review, List.of()))))
                .getFirst()
                .id();
    }

    private void wait(SplittableRandom random, int hours) {
        clock.now = clock.now.plus(Duration.ofSeconds(1 + random.nextInt(hours * 3_600)));
    }

    private static void note(Life life, Step step, Instant now) {
        if (life.acknowledged == null) life.acknowledged = now;
        switch (step) {
            case IMPLEMENT -> life.implemented = now;
            case CLOSE -> life.closed = now;
            case REOPEN -> {
                life.reopened = true;
                life.implemented = null;
                life.closed = null;
            }
            default -> {}
        }
    }

    private List<ServiceMeasures.Group> ask(ServiceGroup by) {
        ServiceTable.Wanted wanted = new ServiceTable.Wanted(new Period(START, NOW), by, null, null, null, null);
        return await(reader.ask(Scope.ALL, wanted)).groups();
    }

    @Test
    void measures_ofARandomHistory_areThoseCountedByHand() {
        assertGroup(ask(ServiceGroup.NONE).getFirst(), life -> true);
        for (ServiceMeasures.Group group : ask(ServiceGroup.TEAM)) {
            assertGroup(group, life -> life.team.equals(group.value()));
        }
        for (ServiceMeasures.Group group : ask(ServiceGroup.LEVEL)) {
            assertGroup(group, life -> String.valueOf(life.level).equals(group.value()));
        }
        for (ServiceMeasures.Group group : ask(ServiceGroup.REGION)) {
            assertGroup(group, life -> life.region.equals(group.value()));
        }
        assertThat(ask(ServiceGroup.NONE).getFirst().repliedIn24h().value()).isBetween(0.1, 0.6);
        assertThat(ask(ServiceGroup.TEAM)).hasSize(3);
        assertThat(ask(ServiceGroup.REGION)).hasSize(2);
        assertThat(ask(ServiceGroup.MONTH))
                .extracting(ServiceMeasures.Group::value)
                .contains("2026-09", "2026-10");
    }

    private void assertGroup(ServiceMeasures.Group group, Predicate<Life> belongs) {
        List<Life> mine =
                lives.stream().filter(belongs).filter(life -> !life.cancelled).toList();
        String as = "seed " + SEED + " group " + group.value();
        assertThat(group.tickets()).as(as).isEqualTo(mine.size());
        assertShare(group.implementedIn30d(), mine, life -> within(life, life.implemented, Duration.ofDays(30)), as);
        assertShare(group.repliedIn24h(), mine, life -> within(life, life.replied, Duration.ofHours(24)), as);
        assertShare(
                group.reopened(),
                mine,
                life -> life.reopened ? Boolean.TRUE : life.implemented != null ? Boolean.FALSE : null,
                as);
        assertTook(group.toAcknowledge(), mine, life -> life.acknowledged, as);
        assertTook(group.toResolve(), mine, life -> life.closed, as);
    }

    /** Null where it cannot be told yet. */
    private static @Nullable Boolean within(Life life, @Nullable Instant at, Duration limit) {
        Instant due = life.registered.plus(limit);
        if (at != null && !at.isAfter(due)) return true;
        return due.isAfter(NOW) ? null : false;
    }

    private static void assertShare(
            Figure figure, List<Life> lives, Function<Life, @Nullable Boolean> outcome, String as) {
        List<Boolean> known = lives.stream()
                .flatMap(life -> Stream.ofNullable(outcome.apply(life)))
                .toList();
        long yes = known.stream().filter(each -> each).count();
        assertThat(figure.n()).as(as).isEqualTo(known.size());
        if (known.size() < 5) {
            assertThat(figure.insufficient()).as(as).isNotNull();
        } else {
            assertThat(figure.value()).as(as).isEqualTo((double) yes / known.size());
            assertThat(figure.low()).as(as).isLessThanOrEqualTo(figure.value());
            assertThat(figure.high()).as(as).isGreaterThanOrEqualTo(figure.value());
        }
    }

    private static void assertTook(
            ServiceMeasures.Took took, List<Life> lives, Function<Life, @Nullable Instant> end, String as) {
        double[] ended =
                hours(lives.stream().filter(life -> end.apply(life) != null).toList(), end);
        double[] waiting =
                hours(lives.stream().filter(life -> end.apply(life) == null).toList(), life -> NOW);
        assertThat(took.n()).as(as).isEqualTo(lives.size());
        assertThat(took.done()).as(as).isEqualTo(ended.length);
        if (lives.size() < 5) return;
        Survival expected = Survival.of(ended, waiting);
        assertThat(took.median()).as(as).isEqualTo(expected.median());
        assertThat(took.low()).as(as).isEqualTo(expected.low());
        assertThat(took.high()).as(as).isEqualTo(expected.high());
    }

    private static double[] hours(List<Life> lives, Function<Life, @Nullable Instant> end) {
        return lives.stream()
                .mapToDouble(life -> {
                    Instant until = end.apply(life);
                    if (until == null) throw new AssertionError();
                    return Duration.between(life.registered, until).toSeconds() / 3_600.0;
                })
                .toArray();
    }

    @Test
    void measures_ofAScope_countOnlyWhatItCovers() {
        ServiceTable.Wanted wanted =
                new ServiceTable.Wanted(new Period(START, NOW), ServiceGroup.REGION, null, null, null, null);
        List<ServiceMeasures.Group> groups =
                await(reader.ask(region("江苏", "山东"), wanted)).groups();
        assertThat(groups).extracting(ServiceMeasures.Group::value).containsExactly("江苏");
        assertGroup(groups.getFirst(), life -> life.region.equals("江苏"));
    }

    @Test
    void measures_ofAFilter_countOnlyWhatItNames() {
        ServiceTable.Wanted wanted =
                new ServiceTable.Wanted(new Period(START, NOW), ServiceGroup.NONE, "包装组", 2, null, "江苏");
        List<ServiceMeasures.Group> groups =
                await(reader.ask(Scope.ALL, wanted)).groups();
        assertGroup(groups.getFirst(), life -> life.team.equals("包装组") && life.level == 2 && life.region.equals("江苏"));
    }

    @Test
    void history_ofEachTicket_hasAnEntryAndAnEventForEachVersion() {
        assertThat(texts("""
                SELECT t.id::text FROM ticket t
                WHERE t.version <> (SELECT count(*) FROM history h WHERE h.subject = 'ticket' AND h.subject_id = t.id)
                   OR t.version <> (SELECT count(*) FROM outbox_event o WHERE o.key LIKE 'ticket:' || t.id || ':%')""")).isEmpty();
        assertThat(lives.stream().map(life -> life.team).collect(Collectors.toSet()))
                .hasSize(3);
    }
}
