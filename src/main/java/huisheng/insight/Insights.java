package huisheng.insight;

import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSnapshot;
import huisheng.index.Stop;
import huisheng.insight.ask.Answer;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Receipt;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All questions there are, and the one way in which they are asked. Blocks. */
public final class Insights {
    /** In the order in which they are described. */
    public static final List<Question> ALL = List.of(
            new RisingWords(),
            new MeasureTrend(),
            new CrossAnalysis(),
            new Segments(),
            new ReviewGroups(),
            new AspectScorecard(),
            new Competitors(),
            new Needs(),
            new RootCauses(),
            new Pilot(),
            new Followups(),
            new Copies());

    private final ReviewIndex index;
    private final UnaryOperator<String> aspectName;
    private final Clock clock;

    public Insights(ReviewIndex index, UnaryOperator<String> aspectName, Clock clock) {
        this.index = index;
        this.aspectName = aspectName;
        this.clock = clock;
    }

    public static Optional<Question> named(String name) {
        return ALL.stream().filter(question -> question.name().equals(name)).findFirst();
    }

    /**
     * @param given the texts of the question's parameters by name
     * @throws huisheng.review.Fault where the question cannot be answered as it was put
     * @throws huisheng.index.Stopped where {@code stop} asked for it
     */
    public Insight ask(Question question, Selection selection, Map<String, String> given, Stop stop)
            throws IOException {
        try (ReviewSnapshot now = index.snapshot(stop)) {
            return ask(question, selection, given, now);
        }
    }

    /** The same of a snapshot that is asked more than this. */
    public Insight ask(Question question, Selection selection, Map<String, String> given, ReviewSnapshot now)
            throws IOException {
        Asked asked = Asked.of(question, selection, given, aspectName, clock.instant());
        Answer answer = question.answer(asked, now);
        NoiseEffect noise = NoiseEffect.of(now.noise(asked.selection()));
        Map<String, Object> said = asked.told(question);
        return new Insight(said, answer, answer.findings(), noise, Receipt.of(asked.selection(), said, answer, now));
    }
}
