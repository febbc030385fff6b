package huisheng.alert.watch;

import huisheng.alert.rule.Threshold;
import huisheng.index.Tally;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Narrowing;
import huisheng.review.Dimension;
import huisheng.review.Labelled;
import huisheng.review.Period;
import huisheng.review.RiskType;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts the measure of a threshold, and shows what is behind it. */
record MeasureCounts(Looking looking, Threshold when) {
    private static final String NEGATIVE = "negative";

    /** By value of the dimension that the rule is asked for each of. */
    Map<String, Counted> in(Period period) throws IOException {
        Duration length = Duration.between(period.from(), period.until());
        Map<String, Counted> counted = new HashMap<>();
        Selection selection = looking.all(period);
        for (Tally.Cell cell : tally(selection)) {
            if (!looking.counts(cell)) continue;
            counted.computeIfAbsent(looking.value(cell), value -> new Counted(when.measure(), length))
                    .add(cell);
        }
        for (Tally.Cell cell : hits(selection)) {
            Counted of = counted.get(looking.value(cell));
            if (of != null) of.hit(hits(cell));
        }
        return counted;
    }

    private List<Tally.Cell> tally(Selection selection, Tally.Axis... more) throws IOException {
        return looking.now()
                .tally(selection, new Tally.By(looking.axes(more), null, Tally.By.MAX_CELLS))
                .cells();
    }

    private List<Tally.Cell> hits(Selection selection) throws IOException {
        return switch (when.measure()) {
            case ASPECT, ASPECT_NEGATIVE -> tally(selection, new Tally.Axis(Dimension.ASPECT, List.of(of())));
            case RISK -> tally(risky(selection));
            default -> List.of();
        };
    }

    private long hits(Tally.Cell cell) {
        return switch (when.measure()) {
            case ASPECT_NEGATIVE -> cell.stances().negative();
            default -> cell.n();
        };
    }

    private String of() {
        String of = when.of();
        return of == null ? "" : of;
    }

    private Selection risky(Selection selection) {
        if (!of().isEmpty()) return Narrowing.to(selection, Dimension.RISK, of());
        Set<String> all = Arrays.stream(RiskType.values()).map(Labelled::label).collect(Collectors.toSet());
        return selection.with(selection.filter().with(Dimension.RISK, all));
    }

    Evidence evidence(Selection selection) throws IOException {
        return switch (when.measure()) {
            case NEGATIVE, NET, RATING -> Evidence.of(looking.now(), selection, Dimension.SENTIMENT, NEGATIVE);
            case ASPECT -> Evidence.of(looking.now(), selection, Dimension.ASPECT, of());
            case ASPECT_NEGATIVE ->
                Evidence.of(looking.now(), selection, Dimension.ASPECT_POLARITY, of() + ":" + NEGATIVE);
            case RISK -> Evidence.of(looking.now(), risky(selection));
            case VOLUME -> Evidence.of(looking.now(), selection);
        };
    }
}
