package huisheng.alert.watch;

import huisheng.alert.Candidate;
import huisheng.alert.rule.Threshold;
import huisheng.alert.rule.WatchMeasure;
import huisheng.insight.ask.Wording;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A measure against a target, or against what it was before. */
record ThresholdWatch(Looking looking, Threshold when) {
    List<Candidate> look() throws IOException {
        MeasureCounts counts = new MeasureCounts(looking, when);
        Period window = looking.window(when.window());
        Map<String, Counted> now = counts.in(window);
        Double target = when.target();
        List<Candidate> found = new ArrayList<>();
        if (target != null) {
            for (Map.Entry<String, Counted> entry : now.entrySet()) {
                Counted value = entry.getValue();
                if (isMissed(value, target, now.size())) found.add(missed(entry.getKey(), value, window, target));
            }
            return found;
        }
        Period before = looking.before(when.window(), Objects.requireNonNull(when.baseline()));
        Map<String, Counted> then = counts.in(before);
        for (Map.Entry<String, Counted> entry : now.entrySet()) {
            Counted was = then.get(entry.getKey());
            if (was == null || !isWorse(entry.getValue(), was, now.size())) continue;
            found.add(worse(entry.getKey(), entry.getValue(), was, window, before));
        }
        return found;
    }

    /** Where less is bad a share of the target is good enough, where more is, so much beyond it; targets may be negative. */
    private double limit(double target) {
        double room = when.aboveIsBad() ? 1 / when.goodEnough() - 1 : when.goodEnough() - 1;
        return target + room * Math.abs(target);
    }

    private boolean isMissed(Counted value, double target, int tests) {
        boolean enough = when.measure() == WatchMeasure.VOLUME || value.n() >= when.minimum();
        double limit = limit(target);
        boolean beyond = when.aboveIsBad() ? value.value() > limit : value.value() < limit;
        if (!enough || !beyond) return false;
        return value.against(limit, when.aboveIsBad()) * tests <= when.p();
    }

    private boolean isWorse(Counted value, Counted was, int tests) {
        if (Math.min(value.n(), was.n()) < when.minimum()) return false;
        double before = was.value(when.window());
        double step = when.measure().isShare() || when.measure() == WatchMeasure.VOLUME
                ? when.leastChange() * before
                : when.leastChange();
        double moved = value.value() - before;
        if ((when.aboveIsBad() ? moved : -moved) < step) return false;
        return value.against(was, when.aboveIsBad()) * tests <= when.p();
    }

    private Candidate missed(String key, Counted value, Period window, double target) throws IOException {
        double limit = limit(target);
        Wording measure = when.measure().told();
        Wording text = new Wording(
                "%s为 %s（n = %d），目标 %s，界限 %s。"
                        .formatted(
                                measure.zh(),
                                value.told(value.value()),
                                value.n(),
                                value.told(target),
                                value.told(limit)),
                "%s is %s (n = %d); the target is %s, the limit %s."
                        .formatted(
                                capital(measure.en()),
                                value.told(value.value()),
                                value.n(),
                                value.told(target),
                                value.told(limit)));
        Found found = new Found(looking, key)
                .figure("measure", when.measure())
                .figure("of", when.of())
                .figure("value", value.value())
                .figure("target", target)
                .figure("limit", limit);
        return candidate(found, key, value, window, window.before(), text);
    }

    private Candidate worse(String key, Counted value, Counted was, Period window, Period before) throws IOException {
        double then = was.value(when.window());
        double p = value.against(was, when.aboveIsBad());
        Wording measure = when.measure().told();
        String range = value.told(then) + " → " + value.told(value.value());
        Wording text = new Wording(
                "%s %s（n = %d，此前 n = %d，%s）。".formatted(measure.zh(), range, value.n(), was.n(), Chance.told(p)),
                "%s %s (n = %d, before n = %d, %s)."
                        .formatted(capital(measure.en()), range, value.n(), was.n(), Chance.told(p)));
        Found found = new Found(looking, key)
                .figure("measure", when.measure())
                .figure("of", when.of())
                .figure("value", value.value())
                .figure("baseline", then)
                .figure("baselineN", was.n())
                .figure("p", p);
        return candidate(found, key, value, window, before, text);
    }

    private Candidate candidate(Found found, String key, Counted value, Period window, Period before, Wording text)
            throws IOException {
        Selection selection = looking.of(key, window);
        @Nullable Wording cause = found.isKnown() ? null : new Causes(looking).of(when.measure(), selection, before);
        return found.candidate(
                window.from(), value.n(), text, cause, new MeasureCounts(looking, when).evidence(selection));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
