package huisheng.ticket;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huisheng.insight.Figure;
import huisheng.insight.statistics.ClusteredProportion;
import huisheng.insight.statistics.EffectPower;
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
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
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
    private static final Duration DAY = Duration.ofHours(24);
    private static final Given ALL = new Given("李工", null, "方案", "标准", null, null, "因为");

    private final List<Life> lives = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final ServiceMeasures.Reader reader = new ServiceMeasures.Reader(database, clock);

    /** A review, when it came, and when its writer was first answered. */
    private static final class Complaint {
        long review;
        String region = "";
        Instant arrived = START;

        @Nullable
        Instant answered;
    }

    /** While it had no clock; {@code until} null where that goes on. */
    private record Idle(Instant from, @Nullable Instant until) {}

    /** What happened to one ticket, written down beside it. */
    private static final class Life {
        String team = "";
        String region = "";
        int level;
        Instant registered = START;
        final List<Complaint> about = new ArrayList<>();
        final List<Idle> idle = new ArrayList<>();

        @Nullable
        Instant acknowledged;

        @Nullable
        Instant implemented;

        @Nullable
        Instant closed;

        boolean reopened;
        boolean cancelled;

        Duration idleUntil(Instant end) {
            Duration all = Duration.ZERO;
            for (Idle each : idle) {
                Instant until = each.until == null || each.until.isAfter(end) ? end : each.until;
                if (each.from.isBefore(until)) all = all.plus(Duration.between(each.from, until));
            }
            return all;
        }
    }

    @BeforeAll
    void liveAtRandom() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 150; i++) lives.add(live(random));
        clock.set(NOW);
    }

    private Life live(SplittableRandom random) {
        Life life = new Life();
        life.team = List.of("包装组", "物流组", "小组").get(random.nextInt(10) == 0 ? 2 : random.nextInt(2));
        life.region = random.nextBoolean() ? "江苏" : "浙江";
        life.level = 1 + random.nextInt(3);
        life.registered = START.plus(Duration.ofMinutes(random.nextInt(58 * 24 * 60)));
        clock.set(life.registered);
        complain(random, life);
        Set<Long> linked = life.about.stream().map(each -> each.review).collect(Collectors.toSet());
        TicketView view = register("工单", life.level, region(life.region), life.team, linked);
        for (Complaint each : life.about) answer(random, view, life, each);
        view = await(tickets.find(Scope.ALL, view.id())).orElseThrow();
        if (random.nextInt(7) == 0) view = cancel(random, view, life);
        return life.cancelled ? life : work(random, view, life);
    }

    /** None where somebody saw the problem by other ways; some that another ticket is about already. */
    private void complain(SplittableRandom random, Life life) {
        for (int i = random.nextInt(4); i > 0; i--) {
            Complaint complaint = new Complaint();
            complaint.region = life.region;
            complaint.arrived = life.registered.minusSeconds(random.nextInt(3 * 86_400));
            complaint.review = saved(complaint);
            complaints.add(complaint);
            life.about.add(complaint);
        }
        if (random.nextInt(4) > 0) return;
        complaints.stream()
                .filter(each -> each.region.equals(life.region) && !life.about.contains(each))
                .findFirst()
                .ifPresent(life.about::add);
    }

    /** One in two is answered, some of them as soon as the ticket is there. */
    private void answer(SplittableRandom random, TicketView view, Life life, Complaint complaint) {
        if (random.nextBoolean()) return;
        Instant at = life.registered.plusSeconds(1 + random.nextInt(20 * 3_600));
        if (at.isAfter(NOW)) return;
        if (at.isAfter(clock.instant())) clock.set(at);
        Reply reply = new Reply(complaint.review, "已补发", "客服", at, "phone");
        assertThat(await(tickets.reply(Scope.ALL, view.id(), reply, null))).isPresent();
        if (complaint.answered == null || at.isBefore(complaint.answered)) complaint.answered = at;
        if (life.acknowledged == null) life.acknowledged = clock.instant();
    }

    /** Some are taken up again: somebody took them for a duplicate. */
    private TicketView cancel(SplittableRandom random, TicketView view, Life life) {
        wait(random, 20);
        TicketView cancelled = take(view, Step.CANCEL, ALL);
        if (life.acknowledged == null) life.acknowledged = clock.instant();
        Instant since = clock.instant();
        wait(random, 15 * 24);
        life.cancelled = random.nextBoolean() || clock.instant().isAfter(NOW);
        if (life.cancelled) return cancelled;
        life.idle.add(new Idle(since, clock.instant()));
        return take(cancelled, Step.REOPEN, ALL);
    }

    private Life work(SplittableRandom random, TicketView registered, Life life) {
        TicketView view = registered;
        Step[] way = {
            Step.ASSIGN, Step.PLAN, Step.IMPLEMENT, Step.VERIFY, Step.CLOSE, Step.REOPEN, Step.PLAN, Step.IMPLEMENT
        };
        int length = random.nextInt(way.length + 1);
        for (int i = 0; i < length; i++) {
            wait(random, 10 * 24);
            if (clock.instant().isAfter(NOW)) break;
            // whose step is the last may stay paused
            boolean ended = view.ticket().state() == State.CLOSED;
            if (!ended && random.nextInt(3) == 0) {
                Instant since = clock.instant();
                view = take(view, Step.PAUSE, ALL);
                wait(random, 20 * 24);
                boolean over = !clock.instant().isAfter(NOW);
                life.idle.add(new Idle(since, over ? clock.instant() : null));
                if (!over) break;
            }
            view = take(view, way[i], ALL);
            note(life, way[i], clock.instant());
        }
        return life;
    }

    private long saved(Complaint complaint) {
        Review review = new Review(
                "jd",
                "c" + complaints.size(),
                ReviewKind.INITIAL,
                null,
                null,
                null,
                null,
                null,
                complaint.region,
                Author.UNKNOWN,
                1,
                "漏酒",
                null,
                complaint.arrived,
                0,
                null,
                null,
                Map.of());
        long id = await(new ReviewTable(database).save(List.of(new NewReview(review, List.of()))))
                .getFirst()
                .id();
        Tuple arrived = Tuple.of(id, complaint.arrived.atOffset(ZoneOffset.UTC));
        await(database.pool()
                .preparedQuery("UPDATE review SET received_at = $2 WHERE id = $1")
                .execute(arrived));
        return id;
    }

    private void wait(SplittableRandom random, int hours) {
        clock.advance(Duration.ofSeconds(1 + random.nextInt(hours * 3_600)));
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
        assertThat(ask(ServiceGroup.NONE).getFirst().repliedIn24h().value()).isBetween(0.05, 0.6);
        assertThat(ask(ServiceGroup.TEAM)).hasSize(3);
        assertThat(ask(ServiceGroup.REGION)).hasSize(2);
        assertThat(ask(ServiceGroup.MONTH))
                .extracting(ServiceMeasures.Group::value)
                .contains("2026-09", "2026-10");
    }

    private void assertGroup(ServiceMeasures.Group group, Predicate<Life> belongs) {
        List<Life> all = lives.stream().filter(belongs).toList();
        List<Life> mine = all.stream().filter(life -> !life.cancelled).toList();
        String as = "seed " + SEED + " group " + group.value();
        assertThat(group.tickets()).as(as).isEqualTo(mine.size());
        assertThat(group.cancelled()).as(as).isEqualTo(all.size() - mine.size());
        assertReplied(group.repliedIn24h(), mine, as);
        assertShare(group.implementedIn30d(), mine, ServiceMeasuresIT::implementedIn30d, as);
        assertShare(
                group.reopened(),
                mine,
                life -> life.reopened ? Boolean.TRUE : life.implemented != null ? Boolean.FALSE : null,
                as);
        assertTook(group.toAcknowledge(), mine, life -> life.acknowledged, as);
        assertTook(group.toResolve(), mine, life -> life.closed, as);
    }

    /** Each complaint once, with the first ticket that is about it. */
    private static void assertReplied(Figure figure, List<Life> lives, String as) {
        Set<Complaint> seen = new HashSet<>();
        List<Long> replied = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        for (Life life : lives) {
            List<Complaint> known = life.about.stream()
                    .filter(each -> !each.arrived.plus(DAY).isAfter(NOW) && seen.add(each))
                    .toList();
            if (known.isEmpty()) continue;
            asked.add((long) known.size());
            replied.add(known.stream()
                    .filter(each -> each.answered != null && !each.answered.isAfter(each.arrived.plus(DAY)))
                    .count());
        }
        long n = asked.stream().mapToLong(each -> each).sum();
        assertThat(figure.n()).as(as).isEqualTo(n);
        if (n < 5) return;
        ClusteredProportion expected = ClusteredProportion.of(
                replied.stream().mapToLong(each -> each).toArray(),
                asked.stream().mapToLong(each -> each).toArray());
        assertThat(figure.value()).as(as).isEqualTo(expected.value());
        assertThat(figure.low()).as(as).isCloseTo(expected.low(EffectPower.Z95), within(1e-12));
        assertThat(figure.high()).as(as).isCloseTo(expected.high(EffectPower.Z95), within(1e-12));
    }

    /** Null where its thirty days, put off by pauses, are not over: in time or not. */
    private static @Nullable Boolean implementedIn30d(Life life) {
        Instant end = life.implemented == null ? NOW : life.implemented;
        Instant due = life.registered.plus(Duration.ofDays(30)).plus(life.idleUntil(end));
        if (due.isAfter(NOW)) return null;
        return life.implemented != null && !life.implemented.isAfter(due);
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
    void random_history_hasAllThatIsCounted() {
        List<Life> open = lives.stream().filter(life -> !life.cancelled).toList();
        assertThat(open).anyMatch(life -> life.about.isEmpty()).anyMatch(life -> life.reopened);
        assertThat(open).anyMatch(life -> life.idle.stream().anyMatch(idle -> idle.until() == null));
        // a pause alone makes it count as in time
        assertThat(open)
                .anyMatch(life -> Boolean.TRUE.equals(implementedIn30d(life))
                        && Objects.requireNonNull(life.implemented).isAfter(life.registered.plus(Duration.ofDays(30))));
        // done soon, but its thirty days are not over
        assertThat(open).anyMatch(life -> life.implemented != null && implementedIn30d(life) == null);
        // answered within a day of the ticket, and not of the complaint
        assertThat(open)
                .anyMatch(life -> life.about.stream()
                        .anyMatch(each -> each.answered != null
                                && each.answered.isBefore(life.registered.plus(DAY))
                                && each.answered.isAfter(each.arrived.plus(DAY))));
        assertThat(open.stream().flatMap(life -> life.about.stream()).count())
                .isGreaterThan(open.stream()
                        .flatMap(life -> life.about.stream())
                        .distinct()
                        .count());
        assertThat(lives).anyMatch(life -> life.cancelled);
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
