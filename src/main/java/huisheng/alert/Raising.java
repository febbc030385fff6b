package huisheng.alert;

import huisheng.alert.rule.Escalation;
import huisheng.alert.rule.Rule;
import huisheng.json.Json;
import huisheng.store.AlertLog;
import huisheng.store.AlertMatch;
import huisheng.store.AlertStanding;
import huisheng.store.AlertState;
import huisheng.store.AlertWrite;
import huisheng.store.StoredAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of that which rules have found. While an alert of the same rule and group is not closed, it takes up what is
 * found; a measure that is still bad when its alert was just closed raises no new one before the cooldown has passed.
 */
public record Raising(List<Candidate> found, Instant now) {
    public Raising {
        found = List.copyOf(found);
    }

    /** As the store keeps them, in the same order. */
    public List<AlertMatch> matches() {
        return found.stream()
                .map(candidate -> new AlertMatch(
                        candidate.rule().id(), candidate.group(), candidate.review(), candidate.version()))
                .toList();
    }

    public List<AlertWrite> decide(List<AlertStanding> standings) {
        List<AlertWrite> writes = new ArrayList<>();
        // each rule has a maximum of its own: what one tells must not silence another
        Map<Long, Long> told = new HashMap<>();
        for (AlertStanding standing : standings) {
            long toldNow = told.getOrDefault(standing.rule(), 0L);
            AlertWrite write = decide(standing, standing.toldToday() + toldNow);
            told.put(standing.rule(), toldNow + write.events().size());
            writes.add(write);
        }
        return writes;
    }

    private AlertWrite decide(AlertStanding standing, long toldToday) {
        List<Candidate> fresh = standing.fresh().stream().map(found::get).toList();
        Telling telling = new Telling(fresh.getFirst().rule().rule(), toldToday, now);
        StoredAlert last = standing.last();
        if (last == null) return raise(standing, fresh, telling);
        if (!last.isClosed()) return add(last, standing, fresh, telling);
        boolean measured = fresh.getFirst().review() == null;
        Instant closed = Objects.requireNonNullElse(last.closedAt(), last.lastSeen());
        boolean lately = now.isBefore(closed.plus(telling.rule().cooldown()));
        return measured && lately ? absorb(last, fresh) : raise(standing, fresh, telling);
    }

    private AlertWrite raise(AlertStanding standing, List<Candidate> fresh, Telling telling) {
        Rule rule = telling.rule();
        Candidate first = fresh.getFirst();
        AlertBody body = body(fresh);
        Escalation escalation = rule.escalation();
        StoredAlert alert = new StoredAlert(
                standing.id(),
                standing.rule(),
                standing.group(),
                rule.level(),
                AlertState.OPEN,
                first.about(),
                first.since(),
                now,
                now.plus(rule.within()),
                now,
                fresh.size(),
                0,
                null,
                null,
                escalation == null ? null : now.plus(escalation.after()),
                null,
                standing.mutedUntil(),
                Json.write(body));
        return telling.tell(alert, body, said(fresh), List.of(AlertLog.of(now, "raised")));
    }

    private AlertWrite add(StoredAlert last, AlertStanding standing, List<Candidate> fresh, Telling telling) {
        AlertBody body = grown(last, fresh);
        StoredAlert alert = Standing.grown(last, fresh.size(), now, standing.mutedUntil(), Json.write(body));
        if (!telling.isDueAgain(last)) return new AlertWrite(alert, List.of(), List.of());
        return telling.tell(alert, body, said(fresh), List.of());
    }

    private AlertWrite absorb(StoredAlert last, List<Candidate> fresh) {
        String body = Json.write(grown(last, fresh));
        StoredAlert alert = Standing.grown(last, fresh.size(), now, last.mutedUntil(), body);
        return new AlertWrite(alert, List.of(), List.of());
    }

    private static AlertBody grown(StoredAlert last, List<Candidate> fresh) {
        boolean measured = fresh.getFirst().review() == null;
        return AlertBody.read(last.body()).grown(body(fresh), measured ? 0 : fresh.size());
    }

    private static AlertBody body(List<Candidate> fresh) {
        AlertBody body = null;
        for (Candidate candidate : fresh) {
            AlertBody one =
                    AlertBody.of(candidate, Kinds.of(candidate.rule().rule().when()));
            body = body == null ? one : body.grown(one, candidate.review() == null ? 0 : 1);
        }
        return Objects.requireNonNull(body);
    }

    private static @Nullable String said(List<Candidate> fresh) {
        return fresh.getLast().said();
    }
}
