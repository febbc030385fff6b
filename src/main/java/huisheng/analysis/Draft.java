package huisheng.analysis;

import huisheng.analysis.label.LabelScores;
import huisheng.analysis.model.FeaturePart;
import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.risk.RiskCues;
import huisheng.analysis.sentiment.Sign;
import huisheng.review.Comparison;
import huisheng.review.Intent;
import huisheng.review.Need;
import huisheng.review.NoiseType;
import huisheng.review.Opinion;
import huisheng.review.Risk;
import huisheng.review.Sentiment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An analysis in the making. Stages read the layers they declared and add theirs. Offsets of tokens and clauses are into
 * {@link #normalised}; {@link #offsets} leads back to the masked text. One thread at a time.
 */
public final class Draft {
    private final AnalysisRequest request;
    public String normalised = "";
    public OffsetMap offsets = OffsetMap.IDENTITY;
    public @Nullable String language;
    public List<Token> tokens = List.of();
    public List<Clause> clauses = List.of();
    public List<String> keywords = List.of();

    /** The normalised text as models read it: one character for one. */
    public char[] folded = {};

    /** Of the whole text; {@link #clauseFeatures} has a part for each clause. */
    public FeatureSet features = new FeatureSet(0);

    public List<FeaturePart> clauseFeatures = List.of();

    public Sign sign = Sign.NONE;

    /** Words that point at dangers, with offsets into the normalised text. */
    public List<RiskCues.Found> riskCues = List.of();

    /** What has befallen somebody, with offsets into the normalised text. */
    public List<RiskCues.Found> plights = List.of();

    /** What each character of the normalised text pushes the sign's logit by. */
    public float[] pushes = {};

    public LabelScores labels = LabelScores.NONE;

    /** With offsets into the masked text, as all that follows. */
    public final List<Opinion> opinions = new ArrayList<>();

    public List<Intent> intents = List.of();
    public List<Need> needs = List.of();
    public List<Risk> risks = List.of();
    public List<Comparison> comparisons = List.of();
    public final Set<NoiseType> noise = EnumSet.noneOf(NoiseType.class);
    public Sentiment sentiment = Sentiment.UNSCORED;

    public Draft(AnalysisRequest request) {
        this.request = request;
    }

    public AnalysisRequest request() {
        return request;
    }
}
