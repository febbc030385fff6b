package huisheng.analysis;

import huisheng.review.NoiseType;
import huisheng.review.Opinion;
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
    /** With offsets into the masked text. */
    public final List<Opinion> opinions = new ArrayList<>();

    public final Set<NoiseType> noise = EnumSet.noneOf(NoiseType.class);
    public Sentiment sentiment = Sentiment.UNSCORED;

    public Draft(AnalysisRequest request) {
        this.request = request;
    }

    public AnalysisRequest request() {
        return request;
    }
}
