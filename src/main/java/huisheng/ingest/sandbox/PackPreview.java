package huisheng.ingest.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a changed pack would change.
 *
 * @param inUse whether reviews are read by this pack; where not, the preview shows how they would be if they were
 * @param before version of the pipeline with the pack as it is, {@code after} with the changed one
 * @param sample reviews that were read by both: the newest, {@code changed} of them otherwise
 * @param kinds of change, those that do not occur left out
 * @param sentiments how labels flip
 * @param aspects opinions that come and go
 * @param challenge null where the installation has no challenge set
 */
public record PackPreview(
        String pack,
        boolean inUse,
        String before,
        String after,
        int sample,
        int changed,
        List<Kind> kinds,
        List<Flip> sentiments,
        List<AspectChange> aspects,
        @Nullable Challenge challenge) {
    public PackPreview {
        kinds = List.copyOf(kinds);
        sentiments = List.copyOf(sentiments);
        aspects = List.copyOf(aspects);
    }

    /**
     * A kind of change.
     *
     * @param kind a field of the analysis
     * @param n reviews of the sample
     */
    public record Kind(String kind, int n, List<Example> examples) {
        public Kind {
            examples = List.copyOf(examples);
        }
    }

    /** @param text its beginning; {@code before} and {@code after} are what was found and would be */
    public record Example(long id, String text, List<String> before, List<String> after) {
        public Example {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** @param n reviews whose label would go from one to the other */
    public record Flip(String from, String to, int n) {}

    /** @param gained reviews that would say this of the aspect and do not now; {@code lost} the reverse */
    public record AspectChange(String aspect, String polarity, int gained, int lost) {}

    /**
     * The labelled sentences of the installation.
     *
     * @param rows that were read by both, {@code changed} of them otherwise
     * @param fixed rows whose sentiment would be right and is wrong now, {@code broken} the reverse; ids of a few of each
     */
    public record Challenge(
            int rows,
            int changed,
            List<Measure> measures,
            int fixed,
            int broken,
            List<String> fixedIds,
            List<String> brokenIds) {
        public Challenge {
            measures = List.copyOf(measures);
            fixedIds = List.copyOf(fixedIds);
            brokenIds = List.copyOf(brokenIds);
        }
    }

    /** @param measure accuracy of the sentiment, else micro-F1; {@code n} rows or gold labels it stands on */
    public record Measure(String measure, int n, double before, double after) {}
}
