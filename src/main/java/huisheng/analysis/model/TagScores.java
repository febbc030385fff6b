package huisheng.analysis.model;

import huisheng.analysis.Draft;
import java.util.List;

/** What the words of a draft speak for each tag: looked up once, read in either way. */
public final class TagScores {
    private final Draft draft;
    private final float[] scores;
    private final int count;
    private final int tags;
    private final float[] moves;

    /** @param scores {@code scores[word * tags + tag]} */
    TagScores(Draft draft, float[] scores, int count, int tags, float[] moves) {
        this.draft = draft;
        this.scores = scores;
        this.count = count;
        this.tags = tags;
        this.moves = moves;
    }

    /** The stretches of the best reading of the whole text, in its order; none overlaps another. */
    public List<Tagger.Span> best() {
        if (count == 0) return List.of();
        return Chain.spans(Chain.best(scores, count, tags, moves)).stream()
                .map(this::placed)
                .toList();
    }

    /**
     * What is likely to be a stretch of a kind, the likeliest first, whether or not the best reading holds it; none overlaps
     * another.
     *
     * @param least mass of what is told
     */
    public List<Tagger.Likely> likely(int kind, double least) {
        if (count == 0) return List.of();
        return new Marginals(scores, count, tags, moves)
                .likely(kind, least).stream()
                        .map(own -> new Tagger.Likely(placed(own.span()), own.probability(), own.mass()))
                        .toList();
    }

    private Tagger.Span placed(Tagger.Span words) {
        return new Tagger.Span(
                words.kind(),
                draft.tokens.get(words.start()).start(),
                draft.tokens.get(words.end() - 1).end());
    }
}
