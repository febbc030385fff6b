package huisheng.alert;

import huisheng.store.AlertLog;
import huisheng.store.AlertMatch;
import huisheng.store.AlertStanding;
import huisheng.store.AlertWrite;
import huisheng.store.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps alerts as the store does, in memory: what the decisions need to be tried over months in seconds. */
final class FakeAlerts {
    private record Group(long rule, String key) {}

    private record Told(long rule, Instant at) {}

    final Map<Long, StoredAlert> byId = new LinkedHashMap<>();
    final List<huisheng.store.NewEvent> events = new ArrayList<>();
    private final Map<Group, Long> newest = new LinkedHashMap<>();
    private final Set<List<Object>> noted = new HashSet<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<Group, Instant> mutes = new LinkedHashMap<>();
    private long lastId;

    void raise(List<Candidate> found, Instant now) {
        Raising raising = new Raising(found, now);
        Map<Group, List<Integer>> fresh = new LinkedHashMap<>();
        List<AlertMatch> matches = raising.matches();
        for (int i = 0; i < matches.size(); i++) {
            AlertMatch match = matches.get(i);
            Long review = match.review();
            if (review != null && !noted.add(List.of(match.rule(), review, match.version()))) continue;
            fresh.computeIfAbsent(new Group(match.rule(), match.group()), group -> new ArrayList<>())
                    .add(i);
        }
        List<AlertStanding> standings = new ArrayList<>();
        fresh.forEach((group, indexes) -> standings.add(standing(group, indexes, now)));
        List<AlertWrite> writes = raising.decide(standings);
        writes.forEach(this::keep);
    }

    private AlertStanding standing(Group group, List<Integer> indexes, Instant now) {
        Long last = newest.get(group);
        Instant whole = mutes.get(new Group(group.rule, ""));
        Instant own = mutes.get(group);
        long today = told.stream()
                .filter(one -> one.rule == group.rule && one.at.isAfter(now.minus(Duration.ofDays(1))))
                .count();
        return new AlertStanding(
                ++lastId,
                group.rule,
                group.key,
                indexes,
                last == null ? null : byId.get(last),
                own == null ? whole : own,
                today);
    }

    void mute(long rule, String group, Instant until) {
        mutes.put(new Group(rule, group), until);
    }

    void due(DueAlerts due) {
        for (StoredAlert alert : List.copyOf(byId.values())) {
            if (isDue(alert.tellAt(), due.now()) || isDue(alert.escalateAt(), due.now())) keep(due.decide(alert));
        }
    }

    private static boolean isDue(@Nullable Instant time, Instant now) {
        return time != null && !now.isBefore(time);
    }

    void keep(AlertWrite write) {
        StoredAlert alert = write.alert();
        byId.put(alert.id(), alert);
        newest.merge(new Group(alert.rule(), alert.group()), alert.id(), Math::max);
        for (AlertLog log : write.log())
            if (log.what().equals(AlertLog.TOLD)) told.add(new Told(alert.rule(), log.at()));
        events.addAll(write.events());
    }

    boolean isOpen(long rule, String group) {
        Long last = newest.get(new Group(rule, group));
        return last != null && !Objects.requireNonNull(byId.get(last)).isClosed();
    }
}
