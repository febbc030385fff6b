package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.insight.ask.Question;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Where nothing happens, nothing is told: fifty corpora of everyday reviews without events. Each answer controls its
 * false discovery rate at 5 %, so at most about that part of the answers may hold a discovery at all.
 */
class QuietCorpusTest {
    private static final int SEEDS = 50;
    private static final int REVIEWS = 3_000;
    private static final double RATE = 0.05;
    /** 99.9 % of samples of the binomial distribution at that rate lie below: three standard deviations. */
    private static final double MOST = SEEDS * RATE + 3 * Math.sqrt(SEEDS * RATE * (1 - RATE));

    private static final Set<PilotVerdict.Label> DIFFERENT =
            EnumSet.of(PilotVerdict.Label.BETTER, PilotVerdict.Label.WORSE);

    private interface Discoveries<T> {
        /** How many an answer tells. */
        long in(T answer);
    }

    /** Discoveries of each question: answers that tell any, and how many they tell. */
    private final Map<String, int[]> told = new LinkedHashMap<>();

    @Test
    void questions_onQuietCorpora_staySilent() throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try (DemoReviews quiet = DemoReviews.drawn(seed, REVIEWS)) {
                changes(quiet, all(days(90, 180)));
                comparisons(quiet, all(days(0, 180)));
            }
        }
        told.forEach((question, n) -> System.out.printf(
                "quiet corpora, %s: %d of %d answers tell of something, %d discoveries%n",
                question, n[0], SEEDS, n[1]));
        assertThat(told)
                .hasSize(21)
                .allSatisfy((question, n) -> assertThat(n[0]).as(question).isLessThanOrEqualTo((int) MOST));
    }

    /** The second half of the time is as the first. */
    private void changes(DemoReviews quiet, Selection half) throws IOException {
        ask(
                quiet,
                half,
                RisingWords.Answer.class,
                new RisingWords(),
                answer -> answer.rising().size() + answer.falling().size());
        Discoveries<MeasureTrend.Answer> moves =
                answer -> answer.changes().size() + answer.anomalies().size();
        Selection whole = all(days(0, 180));
        for (String measure : List.of("net", "negative", "complaint", "risk", "rating")) {
            ask(quiet, whole, MeasureTrend.Answer.class, new MeasureTrend(), moves, "measure", measure);
        }
        ask(quiet, whole, MeasureTrend.Answer.class, new MeasureTrend(), moves, "measure", "aspect", "of", "taste");
        ask(quiet, whole, MeasureTrend.Answer.class, new MeasureTrend(), moves, "measure", "keyword", "of", "包装");
        for (String measure : List.of("negative", "complaint", "risk", "health-risk", "rating")) {
            ask(
                    quiet,
                    all(days(135, 180)),
                    RootCauses.Answer.class,
                    new RootCauses(),
                    answer -> answer.causes().size(),
                    "measure",
                    measure);
        }
        ask(
                quiet,
                half,
                AspectScorecard.Answer.class,
                new AspectScorecard(),
                answer -> ScorecardSentences.changes(answer.aspects()).count());
        ask(quiet, half, Competitors.Answer.class, new Competitors(), CompetitorsDemoTest::changes);
        ask(
                quiet,
                half,
                Needs.Answer.class,
                new Needs(),
                answer -> answer.requests().stream().filter(NeedFindings::grew).count(),
                "include",
                "all");
    }

    /** Reviews are labelled by lot. */
    private void comparisons(DemoReviews quiet, Selection whole) throws IOException {
        ask(
                quiet,
                whole,
                CrossAnalysis.Answer.class,
                new CrossAnalysis(),
                answer -> answer.differences().size(),
                "rows",
                "variant",
                "columns",
                "aspect");
        ask(
                quiet,
                whole,
                CrossAnalysis.Answer.class,
                new CrossAnalysis(),
                answer -> answer.differences().size(),
                "rows",
                "variant",
                "columns",
                "risk");
        ask(
                quiet,
                whole,
                Segments.Answer.class,
                new Segments(),
                answer -> answer.words().size()
                        + answer.opinions().size()
                        + answer.aspects().size()
                        + answer.personas().size(),
                "a",
                "variant:A",
                "b",
                "variant:B");
        ask(
                quiet,
                whole,
                Pilot.Answer.class,
                new Pilot(),
                answer -> DIFFERENT.contains(answer.verdict().label()) ? 1 : 0);
        ask(
                quiet,
                whole,
                Followups.Answer.class,
                new Followups(),
                answer -> answer.groups().stream()
                        .filter(group ->
                                group.regret().differs() || group.recovery().differs())
                        .count(),
                "by",
                "variant");
    }

    private <T> void ask(
            DemoReviews quiet,
            Selection selection,
            Class<T> type,
            Question question,
            Discoveries<T> discoveries,
            String... given)
            throws IOException {
        int found = Math.toIntExact(discoveries.in(quiet.answer(type, question, selection, given)));
        String name = question.name() + (given.length > 1 ? " " + String.join(" ", given) : "");
        int[] counts = told.computeIfAbsent(name, key -> new int[2]);
        if (found > 0) counts[0]++;
        counts[1] += found;
    }
}
