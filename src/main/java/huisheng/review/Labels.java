package huisheng.review;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some labels of an {@link Analysis}, for example those that a person has put right. A null says nothing; an empty list
 * says that there is none.
 */
public record Labels(
        @Nullable Sentiment sentiment,
        @Nullable List<Opinion> opinions,
        @Nullable List<Intent> intents,
        @Nullable List<Need> needs,
        @Nullable List<Risk> risks,
        @Nullable List<Comparison> comparisons,
        @Nullable Set<NoiseType> noise,
        @Nullable Boolean contradiction,
        @Nullable FollowupOutcome followup) {}
