package huisheng.alert;

import huisheng.store.AlertLog;
import huisheng.store.AlertMatch;
import huisheng.store.AlertStanding;
import huisheng.store.AlertTelling;
import huisheng.store.AlertWrite;
import huisheng.store.DueAlert;
import huisheng.store.NewEvent;
import huisheng.store.Restraint;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps alerts as the store does, in memory: what the decisions need to be tried over months in seconds. */
final class FakeAlerts {
    private record Group(long rule, String key) {}

    private record Told(long rule, Instant at) {}

    final Map<Long, StoredAlert> byId = new LinkedHashMap<>();
    final List<NewEvent> events = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    /** Whether a target takes what is told. */
    boolean isHeard = true;

    private final Map<Group, Long> newest = new LinkedHashMap<>();
    private final Set<List<Object>> noted = new HashSet<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<Group, Instant> mutes = new LinkedHashMap<>();
    private final Map<Long, Instant> wholeMutes = new LinkedHashMap<>();
    private long lastId;

    void raise(List<Candidate> found, Instant now) {
        Raising raising = new Raising(found);
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
        raising.decide(now, standings).forEach(this::keep);
    }

    private AlertStanding standing(Group group, List<Integer> indexes, Instant now) {
        Long last = newest.get(group);
        StoredAlert alert = last == null ? null : byId.get(last);
        return new AlertStanding(
                ++lastId,
                group.rule,
                group.key,
                indexes,
                alert == null ? null : alert.notAfter(now),
                restraint(group, now));
    }

    private Restraint restraint(Group group, Instant now) {
        List<Instant> today = told.stream()
                .filter(one -> one.rule == group.rule && one.at.isAfter(now.minus(Duration.ofDays(1))))
                .map(Told::at)
                .toList();
        Instant muted = Stream.of(wholeMutes.getOrDefault(group.rule, now), mutes.getOrDefault(group, now))
                .max(Instant::compareTo)
                .orElse(now);
        return new Restraint(
                muted.isAfter(now) ? muted : null, today.size(), today.isEmpty() ? null : today.getFirst());
    }

    void mute(long rule, String group, Instant until) {
        mutes.put(new Group(rule, group), until);
        lookAgain(rule, group);
    }

    void muteRule(long rule, Instant until) {
        wholeMutes.put(rule, until);
        lookAgain(rule, null);
    }

    private void lookAgain(long rule, @Nullable String group) {
        byId.replaceAll((id, alert) -> {
            AlertTelling telling = alert.telling();
            if (alert.rule() != rule || (group != null && !group.equals(alert.group()))) return alert;
            return alert.telling(telling.next(telling.next() == null ? null : Instant.EPOCH)
                    .escalation(telling.escalation() == null ? null : Instant.EPOCH));
        });
    }

    void due(DueAlerts due, Instant now) {
        List<DueAlert> ripe = new ArrayList<>();
        for (StoredAlert alert : byId.values()) {
            AlertTelling telling = alert.telling();
            if (!isDue(telling.next(), now) && !isDue(telling.escalation(), now)) continue;
            ripe.add(new DueAlert(alert.notAfter(now), restraint(new Group(alert.rule(), alert.group()), now)));
        }
        due.decide(now, ripe).forEach(this::keep);
    }

    private static boolean isDue(@Nullable Instant time, Instant now) {
        return time != null && !now.isBefore(time);
    }

    void keep(AlertWrite wanted) {
        AlertWrite unheard = wanted.unheard();
        AlertWrite write = isHeard || unheard == null ? wanted : unheard;
        StoredAlert alert = write.alert();
        byId.put(alert.id(), alert);
        newest.merge(new Group(alert.rule(), alert.group()), alert.id(), Math::max);
        for (AlertLog one : write.log()) {
            log.add(one.what());
            if (one.what().equals(AlertLog.TOLD)) told.add(new Told(alert.rule(), one.at()));
        }
        events.addAll(write.events());
    }

    boolean isOpen(long rule, String group) {
        Long last = newest.get(new Group(rule, group));
        return last != null && !Objects.requireNonNull(byId.get(last)).isClosed();
    }
}
