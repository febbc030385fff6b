package huisheng.alert;

import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Hit;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.RuleIndex;
import huisheng.alert.rule.ShippedRules;
import huisheng.alert.rule.Watched;
import huisheng.alert.watch.Watch;
import huisheng.index.Stop;
import huisheng.insight.DemoReviews;
import huisheng.review.AnalysedReview;
import huisheng.store.AlertState;
import huisheng.store.StoredAlert;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Half a year with the shipped rules on a clock of its own: reviews are read each hour, measures looked at when their rules
 * say so, and whoever is told closes an alert after its level's time.
 */
final class Replay {
    private static final Duration STEP = Duration.ofHours(1);

    final FakeAlerts alerts = new FakeAlerts();
    final Map<Long, String> codes = new HashMap<>();
    private final DemoReviews demo;
    private final List<ActiveRule> rules = new ArrayList<>();
    private final Map<Long, Instant> due = new HashMap<>();
    private final RuleIndex index;
    private final Watch watch;
    private int read;

    Replay(DemoReviews demo) {
        this.demo = demo;
        long id = 0;
        for (Map.Entry<String, Rule> shipped : ShippedRules.all().entrySet()) {
            codes.put(++id, shipped.getKey());
            if (shipped.getValue().isOn()) rules.add(new ActiveRule(id, shipped.getValue()));
        }
        this.index = RuleIndex.of(rules);
        this.watch = new Watch(demo.index(), aspect -> aspect);
    }

    /** Days of the corpus, both included. */
    Replay run(int first, int last) throws IOException {
        Instant end = DemoReviews.days(first, last + 1).until();
        Instant now = DemoReviews.days(first, last + 1).from();
        while (read < demo.reviews().size()
                && demo.reviews().get(read).review().writtenAt().isBefore(now)) read++;
        while (now.isBefore(end)) {
            now = now.plus(STEP);
            step(now);
        }
        return this;
    }

    /** Alerts by rule. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (StoredAlert alert : alerts.byId.values())
            counts.merge(Objects.requireNonNull(codes.get(alert.rule())), 1L, Long::sum);
        return counts;
    }

    /** Alerts of rules about many reviews together. */
    List<StoredAlert> measured() {
        return alerts.byId.values().stream()
                .filter(alert -> !AlertBody.read(alert.body()).kind().equals("immediate"))
                .toList();
    }

    private void step(Instant now) throws IOException {
        List<Candidate> found = new ArrayList<>();
        while (read < demo.reviews().size()) {
            AnalysedReview review = demo.reviews().get(read);
            if (!review.review().writtenAt().isBefore(now)) break;
            for (Hit hit : index.hits(review, now)) found.add(ReviewCandidates.of(hit, review));
            read++;
        }
        if (!found.isEmpty()) alerts.raise(found, now);
        for (ActiveRule rule : rules) if (rule.rule().when() instanceof Watched watched) look(rule, watched, now);
        alerts.due(new DueAlerts(this::rule), now);
        handle(now);
    }

    private @Nullable Rule rule(long id) {
        return rules.stream()
                .filter(rule -> rule.id() == id)
                .map(ActiveRule::rule)
                .findFirst()
                .orElse(null);
    }

    private void look(ActiveRule rule, Watched watched, Instant now) throws IOException {
        Instant next = due.get(rule.id());
        if (next != null && now.isBefore(next)) return;
        due.put(rule.id(), now.plus(watched.every()));
        List<Candidate> found = watch.look(rule, now, group -> alerts.isOpen(rule.id(), group), Stop.NEVER);
        if (!found.isEmpty()) alerts.raise(found, now);
    }

    private void handle(Instant now) {
        for (StoredAlert alert : List.copyOf(alerts.byId.values())) {
            Handling handling = new Handling("值班", null);
            if (alert.state() == AlertState.CLOSED) continue;
            if (!now.isBefore(alert.raised().deadline()))
                handling.close(now, alert).ifPresent(alerts::keep);
        }
    }
}
