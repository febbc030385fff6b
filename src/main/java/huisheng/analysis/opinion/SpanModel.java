package huisheng.analysis.opinion;

import huisheng.analysis.Draft;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.model.TagScores;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.model.WordClusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the stretches that judge something and the things judged, with the aspect (of the general pack) and the polarity
 * of each. Immutable.
 */
public final class SpanModel {
    public static final String OPINION = "opinion";
    public static final String TARGET = "target";

    /**
     * A target with its polarity is told from this probability on: F1 is best near half of what it reaches (Lipton et al.
     * 2014, "Optimal thresholding of classifiers to maximize F1 measure").
     */
    private static final double LEAST = 0.3;

    private final Tagger tagger;
    /** Number of the kind, -1 for a tagger that tells none. */
    private final int targets;
    /** The polarities, then the aspects: both are read from the same features of a stretch. */
    private final HeadModel judgements;

    private final int polarities;

    public SpanModel(Tagger tagger, HeadModel polarities, HeadModel aspects) {
        this.tagger = tagger;
        this.targets = tagger.kinds().indexOf(TARGET);
        this.judgements = HeadModel.joined(polarities, aspects);
        this.polarities = polarities.heads().size();
    }

    /** The three files of a pack: stretches, their polarities, their aspects; those of all packs where it has none. */
    public static List<Path> files(Path models, String pack) {
        List<Path> own = ownFiles(models, pack);
        boolean aspects = Files.exists(own.get(2));
        return aspects
                ? own
                : List.of(own.get(0), own.get(1), ownFiles(models, "general").get(2));
    }

    /** The same, whether they are there or not. */
    public static List<Path> ownFiles(Path models, String pack) {
        return List.of(
                models.resolve(pack + "-spans.bin"),
                models.resolve(pack + "-span-polarities.bin"),
                models.resolve(pack + "-span-aspects.bin"));
    }

    public static SpanModel load(List<Path> files, WordClusters clusters) throws IOException {
        return new SpanModel(
                Tagger.load(files.get(0), clusters), HeadModel.load(files.get(1)), HeadModel.load(files.get(2)));
    }

    /**
     * With offsets into the normalised text.
     *
     * @param reach where the words that judge a target end
     * @param polarity 0 positive, 1 negative, 2 neutral
     * @param sure its probability
     */
    record Found(boolean target, int start, int end, int reach, int polarity, double sure, String aspect) {}

    List<Found> find(Draft draft) {
        List<Found> found = new ArrayList<>();
        TagScores scores = tagger.read(draft);
        for (Tagger.Span span : scores.best()) {
            if (span.kind() != targets) found.add(words(draft, span));
        }
        if (targets < 0) return found;
        List<Tagger.Likely> likely = scores.likely(targets, LEAST);
        List<Tagger.Span> spans = likely.stream().map(Tagger.Likely::span).toList();
        for (int s = 0; s < spans.size(); s++) {
            addTargets(
                    draft, spans.get(s), reach(draft, spans, s), likely.get(s).mass(), found);
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** Once for each polarity that is likely enough: 味道不错，就是偏咸 judges the same thing both ways. */
    private void addTargets(Draft draft, Tagger.Span span, int reach, double mass, List<Found> found) {
        double[] judged = judgements.probabilities(AspectFeatures.span(draft, span.start(), span.end(), reach));
        for (int p = 0; p < polarities; p++) {
            if (mass * judged[p] < LEAST) continue;
            found.add(new Found(true, span.start(), span.end(), reach, p, judged[p], aspect(judged)));
        }
    }

    private Found words(Draft draft, Tagger.Span span) {
        double[] judged = judgements.probabilities(AspectFeatures.span(draft, span.start(), span.end(), span.end()));
        int polarity = likeliest(judged, 0, polarities);
        return new Found(false, span.start(), span.end(), span.end(), polarity, judged[polarity], aspect(judged));
    }

    private String aspect(double[] judged) {
        return judgements
                .heads()
                .get(likeliest(judged, polarities, judged.length))
                .name();
    }

    /** A target is judged by what follows it, to the end of its clause or the next target. */
    public static int reach(Draft draft, List<Tagger.Span> spans, int span) {
        Tagger.Span own = spans.get(span);
        int clause = AspectFeatures.clauseAt(draft, own.start());
        int reach = clause < 0
                ? own.end()
                : Math.max(own.end(), draft.clauses.get(clause).end());
        for (Tagger.Span other : spans) {
            if (other.kind() == own.kind() && other.start() >= own.end()) reach = Math.min(reach, other.start());
        }
        return reach;
    }

    private static int likeliest(double[] probabilities, int from, int until) {
        int best = from;
        for (int i = from + 1; i < until; i++) if (probabilities[i] > probabilities[best]) best = i;
        return best;
    }
}
