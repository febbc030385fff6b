package huisheng.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.json.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a run, as text or JSON.
 *
 * @param otherCores how many cores were busy with other work, on average; null where the machine does not tell
 */
public record Report(
        long seed,
        int cores,
        String java,
        @Nullable Double otherCores,
        double seconds,
        List<String> notes,
        List<Figure> figures) {
    public Report {
        notes = List.copyOf(notes);
        figures = List.copyOf(figures);
    }

    static Report of(Bench.Plan plan, List<Figure> figures, Meter.Reading reading) {
        List<String> notes = plan.reviews() >= Bench.GOAL_REVIEWS
                ? List.of()
                : List.of("the goals of the questions are for 1,000,000 reviews; this index holds %,d (--reviews)"
                        .formatted(plan.reviews()));
        return new Report(
                plan.seed(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                reading.otherCores(),
                reading.seconds(),
                notes,
                figures);
    }

    public String json() {
        ObjectNode report = Json.MAPPER.valueToTree(this);
        for (int i = 0; i < figures.size(); i++) {
            if (!(report.path("figures").get(i) instanceof ObjectNode node)) continue;
            node.putPOJO("ratio", figures.get(i).ratio());
            node.putPOJO("met", figures.get(i).met());
        }
        return Json.write(report);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(line("seed %d, %d cores, Java %s, %.0f s", seed, cores, java, seconds));
        if (otherCores != null) text.append(line("other work kept %.1f cores busy meanwhile", otherCores));
        notes.forEach(note -> text.append(line("note: %s", note)));
        text.append('\n');
        figures.forEach(figure -> text.append(row(figure)));
        return text.toString();
    }

    private String row(Figure figure) {
        StringBuilder row = new StringBuilder(
                line("%-42s %s %s%s", figure.name(), number(figure.value()), figure.unit(), goal(figure)));
        Figure.Baseline baseline = figure.baseline();
        if (baseline != null && figure.ratio() != null) {
            row.append(line(
                    "%42s %s times %s (%s)", "", number(figure.ratio()), baseline.name(), number(baseline.value())));
        }
        Figure.Interval interval = figure.interval();
        if (interval != null) {
            row.append(line(
                    "%42s 95%% between %s and %s, n = %d",
                    "", bound(interval.low()), bound(interval.high()), interval.n()));
        }
        row.append(line("%42s %s%s", "", figure.shape(), cpu(figure)));
        return row.toString();
    }

    /** What the machine would do if it had nothing else to do, where a rate is asked for. */
    private String cpu(Figure figure) {
        Double cpu = figure.cpuMicros();
        if (cpu == null) return "";
        String each = "; " + number(cpu) + " µs CPU each";
        return figure.unit().equals("reviews/s")
                ? each + ", enough for " + number(cores * 1e6 / cpu) + "/s on " + cores + " free cores"
                : each;
    }

    private static String goal(Figure figure) {
        Figure.Goal goal = figure.goal();
        if (goal == null) return "";
        String reach = (goal.atLeast() ? "≥ " : "≤ ") + number(goal.limit());
        return "   goal " + reach + (goal.metBy(figure.value()) ? "  met" : "  MISSED");
    }

    private static String bound(@Nullable Double value) {
        return value == null ? "unknown" : number(value);
    }

    private static String number(double value) {
        if (value >= 1_000) return String.format(Locale.ROOT, "%,.0f", value);
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format + "%n", arguments);
    }
}
