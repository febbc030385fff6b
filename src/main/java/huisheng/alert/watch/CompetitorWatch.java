package huisheng.alert.watch;

import huisheng.alert.Candidate;
import huisheng.alert.rule.CompetitorMove;
import huisheng.insight.Competitors;
import huisheng.insight.Moved;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Baseline;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Wording;
import huisheng.review.Period;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Competitors that our reviews name, or leave us for, more than before, as the insight counts them. */
record CompetitorWatch(Looking looking, CompetitorMove when) {
    /** @param lost whether they leave for it, not just name it */
    private record Move(Competitors.Rival rival, Moved moved, boolean lost, Evidence evidence) {}

    List<Candidate> look() throws IOException {
        Period window = looking.window(when.window());
        List<Candidate> found = new ArrayList<>();
        Map<String, Long> sizes = new TreeMap<>(looking.sizes(looking.all(window)));
        for (Map.Entry<String, Long> size : sizes.entrySet()) {
            if (size.getValue() < when.minimum()) continue;
            Move move = move(ask(size.getKey(), window));
            if (move != null) found.add(candidate(size.getKey(), move, window, size.getValue()));
        }
        return found;
    }

    private List<Competitors.Rival> ask(String value, Period window) throws IOException {
        Period before = looking.before(when.window(), when.baseline());
        Map<String, String> given = new HashMap<>();
        given.put(Baseline.FROM, before.from().toString());
        given.put(Baseline.UNTIL, before.until().toString());
        if (!when.rivals().isEmpty()) given.put("rivals", String.join(",", when.rivals()));
        return Competitors.rivals(new Asked(looking.of(value, window), given, looking.aspectName()), looking.now());
    }

    /** The surest; null where there is none. */
    private @Nullable Move move(List<Competitors.Rival> rivals) {
        Move surest = null;
        int tests = Math.max(1, 2 * rivals.size());
        for (Competitors.Rival rival : rivals) {
            Move lost = new Move(rival, rival.lost(), true, rival.lostEvidence());
            Move named = new Move(rival, rival.named(), false, rival.evidence());
            for (Move move : List.of(named, lost)) {
                if (!isSure(move.moved, tests)) continue;
                if (surest == null || p(move.moved) < p(surest.moved)) surest = move;
            }
        }
        return surest;
    }

    private boolean isSure(Moved moved, int tests) {
        if (moved.n() < when.minimum() || p(moved) * tests > when.p()) return false;
        double share = moved.share() == null ? 0 : moved.share().value();
        double before =
                moved.baselineShare() == null ? 0 : moved.baselineShare().value();
        return share >= when.ratio() * before;
    }

    /** One-sided: that it rose. */
    private static double p(Moved moved) {
        var difference = moved.difference();
        return difference == null || difference.effect() <= 0 ? 1 : difference.p() / 2;
    }

    private Candidate candidate(String value, Move move, Period window, long reviews) {
        String name = move.rival.name();
        String range = percent(move.moved.baselineShare()) + " → " + percent(move.moved.share());
        Wording text = new Wording(
                "%s“%s”的评论 %s（%d 条，%s）。"
                        .formatted(move.lost ? "转向" : "提到", name, range, move.moved.n(), Chance.told(p(move.moved))),
                "Reviews that %s \"%s\": %s (n = %d, %s)."
                        .formatted(
                                move.lost ? "leave for" : "name",
                                name,
                                range,
                                move.moved.n(),
                                Chance.told(p(move.moved))));
        Found found = new Found(looking, value)
                .figure("rival", name)
                .figure("move", move.lost ? "lost" : "named")
                .figure("reviews", move.moved.n())
                .figure("p", p(move.moved));
        return found.candidate(window.from(), reviews, text, null, move.evidence);
    }

    private static String percent(huisheng.insight.@Nullable Share share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.1f%%", share.value() * 100);
    }
}
