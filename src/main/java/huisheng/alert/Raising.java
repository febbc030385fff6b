package huisheng.alert;

import huisheng.alert.rule.Escalation;
import huisheng.alert.rule.Rule;
import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.store.AlertLog;
import huisheng.store.AlertMatch;
import huisheng.store.AlertStanding;
import huisheng.store.AlertState;
import huisheng.store.AlertTelling;
import huisheng.store.AlertWrite;
import huisheng.store.RaisedAlert;
import huisheng.store.Restraint;
import huisheng.store.StoredAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of that which rules have found. While an alert of the same rule and group is not closed, it takes up what is
 * found; a measure that is still bad when its alert was just closed raises no new one before the cooldown has passed.
 */
public record Raising(List<Candidate> found) {
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

    public List<AlertWrite> decide(Instant now, List<AlertStanding> standings) {
        Tellings tellings = new Tellings(now);
        List<AlertWrite> writes = new ArrayList<>();
        for (AlertStanding standing : standings) {
            Restraint restraint = tellings.with(standing.rule(), standing.restraint());
            writes.add(tellings.add(decide(standing, restraint, now)));
        }
        return writes;
    }

    private AlertWrite decide(AlertStanding standing, Restraint restraint, Instant now) {
        List<Candidate> fresh = standing.fresh().stream().map(found::get).toList();
        Telling telling = new Telling(fresh.getFirst().rule().rule(), restraint, now);
        StoredAlert last = standing.last();
        if (last == null) return raise(standing, fresh, telling);
        if (!last.isClosed()) return add(last, fresh, telling);
        boolean measured = fresh.getFirst().review() == null;
        Instant closed = Objects.requireNonNullElse(last.closedAt(), last.lastSeen());
        boolean lately = now.isBefore(closed.plus(telling.rule().cooldown()));
        return measured && lately ? absorb(last, fresh, now) : raise(standing, fresh, telling);
    }

    private static AlertWrite raise(AlertStanding standing, List<Candidate> fresh, Telling telling) {
        AlertBody body = body(fresh);
        Instant now = telling.now();
        Escalation escalation = telling.rule().escalation();
        StoredAlert alert = new StoredAlert(
                raised(standing, fresh, telling),
                AlertState.OPEN,
                now,
                fresh.size(),
                AlertTelling.none(escalation == null ? null : now.plus(escalation.after())),
                null,
                telling.restraint().mutedUntil(),
                Json.write(body));
        return telling.tell(alert, body, said(fresh), List.of(AlertLog.of(now, "raised")));
    }

    private static RaisedAlert raised(AlertStanding standing, List<Candidate> fresh, Telling telling) {
        Instant since =
                fresh.stream().map(Candidate::since).min(Instant::compareTo).orElseThrow();
        return new RaisedAlert(
                standing.id(),
                standing.rule(),
                standing.group(),
                telling.rule().level(),
                about(fresh),
                since,
                telling.now(),
                telling.now().plus(telling.rule().within()));
    }

    private static AlertWrite add(StoredAlert last, List<Candidate> fresh, Telling telling) {
        AlertBody body = grown(last, fresh);
        Rule rule = telling.rule();
        StoredAlert alert = last.found(fresh.size(), about(fresh), telling.now(), Json.write(body))
                .atLeast(rule.level(), telling.now().plus(rule.within()));
        return telling.tell(alert, body, said(fresh), List.of());
    }

    /** Whoever closed it knows of it. */
    private static AlertWrite absorb(StoredAlert last, List<Candidate> fresh, Instant now) {
        return AlertWrite.quiet(last.found(fresh.size(), about(fresh), now, Json.write(grown(last, fresh))));
    }

    private static Scope about(List<Candidate> fresh) {
        return fresh.stream().map(Candidate::about).reduce(Scope::wider).orElseThrow();
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
