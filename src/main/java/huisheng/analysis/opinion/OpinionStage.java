package huisheng.analysis.opinion;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.pack.Pack;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads opinions on aspects, clause by clause. Immutable. */
public final class OpinionStage implements Stage {
    private static final Set<Layer> NEEDS = EnumSet.of(Layer.NORMALISED, Layer.LANGUAGE, Layer.CLAUSES, Layer.TOKENS);
    /** A machine-made text of one long clause must not cost the square of its length. */
    private static final int LONGEST_CLAUSE = 400;

    private final Pack pack;
    private final Dictionary dictionary;
    private final PatternFinder patterns;

    public OpinionStage(Pack pack) {
        this.pack = pack;
        this.dictionary = new Dictionary(pack);
        this.patterns = new PatternFinder(pack.lexicon().patterns());
    }

    @Override
    public Set<Layer> needs() {
        return Set.copyOf(NEEDS);
    }

    @Override
    public Layer adds() {
        return Layer.OPINIONS;
    }

    @Override
    public void annotate(Draft draft) {
        List<Hit> hits = dictionary.find(draft);
        OpinionWriter writer = new OpinionWriter(draft, pack);
        ClauseReader reader = new ClauseReader(pack, writer);
        int next = 0;
        @Nullable Hit carried = null;
        int age = 0;
        for (Clause clause : draft.clauses) {
            List<Hit> own = new ArrayList<>();
            for (; next < hits.size() && hits.get(next).end() <= clause.end(); next++) {
                if (hits.get(next).start() >= clause.start()) {
                    own.add(hits.get(next));
                }
            }
            if (writer.isFull() || clause.end() - clause.start() > LONGEST_CLAUSE) {
                continue;
            }
            patterns.find(draft.normalised, clause, own);
            ClauseWords words = new ClauseWords(draft.normalised, clause, own);
            reader.read(words, carried);
            Hit last = lastTarget(words);
            age = last == null ? age + 1 : 0;
            carried = last != null ? last : age >= pack.thresholds().carriedClauses() ? null : carried;
        }
        if (draft.opinions.isEmpty()) {
            writer.writeEmoji(hits);
        }
    }

    private static @Nullable Hit lastTarget(ClauseWords words) {
        Hit last = null;
        for (Hit content : words.contents) {
            if (content.roles().target != null) {
                last = content;
            }
        }
        return last;
    }
}
