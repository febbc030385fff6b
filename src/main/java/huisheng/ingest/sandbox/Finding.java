package huisheng.ingest.sandbox;

import huisheng.review.Analysis;
import huisheng.review.Labelled;
import java.util.List;
import java.util.stream.Stream;

/** What an analysis finds, kind by kind, as texts that can be compared and shown. */
enum Finding implements Labelled {
    SENTIMENT,
    OPINIONS,
    INTENTS,
    NEEDS,
    RISKS,
    COMPARISONS,
    NOISE,
    KEYWORDS;

    /** Sorted, so that an order says nothing. */
    List<String> of(Analysis analysis) {
        return texts(analysis).sorted().toList();
    }

    private Stream<String> texts(Analysis a) {
        return switch (this) {
            case SENTIMENT -> Stream.of(a.sentiment().label().label());
            case OPINIONS ->
                a.opinions().stream().map(o -> o.aspect() + ":" + o.polarity().label() + ":" + o.opinion());
            case INTENTS -> a.intents().stream().map(i -> i.type().label()).distinct();
            case NEEDS -> a.needs().stream().map(n -> n.text());
            case RISKS ->
                a.risks().stream()
                        .map(r -> r.type().label() + ":" + r.severity())
                        .distinct();
            case COMPARISONS ->
                a.comparisons().stream()
                        .map(c -> c.competitor() + ":" + c.outcome().label());
            case NOISE -> a.noise().stream().map(Labelled::label);
            case KEYWORDS -> a.keywords().stream();
        };
    }
}
