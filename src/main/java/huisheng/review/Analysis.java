package huisheng.review;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the pipeline knows about one text. All offsets are UTF-16 indexes into {@code text}.
 *
 * @param id whatever the caller named the text
 * @param text the masked text that was read
 * @param language {@code zh-Hans}, {@code zh-Hant}, {@code en} or {@code other}; null where the text tells none
 * @param pipeline version of code, models and lexicons that gave this result
 * @param contradiction the stars say one thing and the words another
 * @param keywords normalised words and phrases of content, in text order, each once
 */
public record Analysis(
        @Nullable String id,
        String text,
        @Nullable String language,
        String pipeline,
        Sentiment sentiment,
        List<Opinion> opinions,
        List<Intent> intents,
        List<Need> needs,
        List<Risk> risks,
        List<Comparison> comparisons,
        Set<NoiseType> noise,
        boolean contradiction,
        @Nullable FollowupOutcome followup,
        List<PiiSpan> pii,
        List<String> keywords) {
    public Analysis {
        opinions = List.copyOf(opinions);
        intents = List.copyOf(intents);
        needs = List.copyOf(needs);
        risks = List.copyOf(risks);
        comparisons = List.copyOf(comparisons);
        noise = noise.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(noise));
        pii = List.copyOf(pii);
        keywords = List.copyOf(keywords);
    }
}
