package huisheng.insight;

import static java.util.Objects.requireNonNull;

import huisheng.index.AspectMoments;
import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Wording;
import huisheng.review.Dimension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Says of a scorecard what to improve first and what moved. */
final class ScorecardSentences {
    private static final int MOST = 10;

    private ScorecardSentences() {}

    /** Those whose gain is beyond chance, the largest first. */
    static List<AspectScorecard.Improvement> improvements(Asked asked, ReviewSnapshot now, AspectDrivers drivers)
            throws IOException {
        List<Map.Entry<String, AspectDrivers.Driver>> largest = drivers.byAspect().entrySet().stream()
                .filter(entry ->
                        requireNonNull(entry.getValue().gain(drivers.n()).low()) > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<String, AspectDrivers.Driver> entry) -> -requireNonNull(
                                entry.getValue().gain(drivers.n()).value()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .toList();
        List<AspectScorecard.Improvement> improvements = new ArrayList<>();
        for (Map.Entry<String, AspectDrivers.Driver> entry : largest) {
            String aspect = entry.getKey();
            Figure gain = entry.getValue().gain(drivers.n());
            String name = asked.aspectName(aspect);
            improvements.add(new AspectScorecard.Improvement(
                    aspect,
                    name,
                    entry.getValue().negatives(),
                    gain,
                    says(aspect, name, entry.getValue(), gain, drivers),
                    Evidence.of(now, asked.selection(), Dimension.ASPECT_POLARITY, aspect + ":negative")));
        }
        return improvements;
    }

    private static Wording says(
            String aspect, String name, AspectDrivers.Driver driver, Figure gain, AspectDrivers drivers) {
        boolean stars = drivers.outcome() == AspectMoments.Outcome.RATING;
        String value = fine(requireNonNull(gain.value()));
        String low = fine(requireNonNull(gain.low()));
        String high = fine(requireNonNull(gain.high()));
        String weight = Tell.percent(driver.importance());
        return new Wording(
                "“%s”的差评（%d 条）减半，%s预计 %s（95%% 区间 %s 至 %s，n=%d）；它占各方面影响的 %s"
                        .formatted(
                                name,
                                driver.negatives(),
                                stars ? "平均星级" : "净情感",
                                value,
                                low,
                                high,
                                drivers.n(),
                                weight),
                "Half as many negative opinions on %s (now %d) go with %s in the mean %s (95 %% interval %s to %s, n=%d); it is %s of what the aspects explain"
                        .formatted(
                                aspect,
                                driver.negatives(),
                                value,
                                stars ? "rating" : "sentiment",
                                low,
                                high,
                                drivers.n(),
                                weight));
    }

    private static String fine(double gain) {
        return String.format(Locale.ROOT, "%+.3f", gain);
    }

    /** Of the net sentiments that moved beyond chance, the surest first. */
    static Stream<Finding> changes(List<AspectScorecard.Aspect> aspects) {
        return aspects.stream()
                .filter(each ->
                        each.netChange().q() != null && each.netChange().q() <= AspectScorecard.FALSE_DISCOVERY_RATE)
                .sorted(Comparator.comparingDouble((AspectScorecard.Aspect each) ->
                                requireNonNull(each.netChange().difference()).p())
                        .thenComparing(AspectScorecard.Aspect::aspect))
                .map(each -> new Finding(moved(each), each.evidence()));
    }

    private static Wording moved(AspectScorecard.Aspect each) {
        Difference difference = requireNonNull(each.netChange().difference());
        String before = Tell.number(requireNonNull(each.netChange().before().value()));
        String after = Tell.number(requireNonNull(each.net().value()));
        String effect = Tell.signed(difference.effect());
        String low = Tell.signed(difference.low());
        String high = Tell.signed(difference.high());
        String q = Tell.chance(requireNonNull(each.netChange().q()));
        long n = each.net().n();
        return new Wording(
                "“%s”的净情感 %s → %s（%s，95%% 区间 %s 至 %s，q%s，n=%d）"
                        .formatted(each.name(), before, after, effect, low, high, q, n),
                "The net sentiment of %s moved %s → %s (%s, 95 %% interval %s to %s, q%s, n=%d)"
                        .formatted(each.aspect(), before, after, effect, low, high, q, n));
    }
}
