package huisheng.insight;

import huisheng.insight.ask.Evidence;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How many of our reviews name each rival, leave for it and come from it. */
final class NamedRivals {
    private final RivalContext context;

    NamedRivals(RivalContext context) {
        this.context = context;
    }

    /** @param shown whether to look for what shows a figure, which costs more than the figure */
    List<Competitors.Rival> rows(Set<String> stored, Predicate<Moved> shown) throws IOException {
        List<Moved> counted = new ArrayList<>();
        for (String rival : context.rivals()) {
            counted.add(moved(rival, RivalNames::naming));
            counted.add(moved(rival, Switching::to));
            counted.add(moved(rival, Switching::from));
        }
        List<Moved> judged = Moved.judged(counted);
        List<Competitors.Rival> rows = new ArrayList<>();
        for (int i = 0; i < context.rivals().size(); i++) {
            String rival = context.rivals().get(i);
            Moved named = judged.get(3 * i);
            Moved lost = judged.get(3 * i + 1);
            Moved won = judged.get(3 * i + 2);
            rows.add(new Competitors.Rival(
                    rival,
                    stored.contains(rival),
                    named,
                    lost,
                    won,
                    evidence(named, shown, RivalNames::naming, rival),
                    evidence(lost, shown, Switching::to, rival),
                    evidence(won, shown, Switching::from, rival)));
        }
        return rows;
    }

    private interface About {
        Selection of(Selection selection, String rival);
    }

    private Moved moved(String rival, About about) throws IOException {
        if (!RivalNames.searchable(rival)) return Moved.of(0, context.n(), 0, context.m());
        return Moved.of(
                context.rivalry().count(about.of(context.us(), rival)),
                context.n(),
                context.rivalry().count(about.of(context.usBefore(), rival)),
                context.m());
    }

    private Evidence evidence(Moved moved, Predicate<Moved> shown, About about, String rival) throws IOException {
        return moved.n() == 0 || !shown.test(moved)
                ? RivalContext.NOTHING
                : Evidence.of(context.rivalry().now, about.of(context.us(), rival));
    }
}
