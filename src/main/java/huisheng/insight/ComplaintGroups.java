package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Voices;
import huisheng.insight.ask.Asked;
import huisheng.review.Dimension;
import huisheng.review.IntentType;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What is complained of: clauses with a negative opinion that say the same. */
final class ComplaintGroups {
    /** Their texts are read, and each may hold several clauses. */
    private static final int MOST = 1_000;

    private static final Map<Dimension, Set<String>> COMPLAIN = Map.of(
            Dimension.INTENT,
            Set.of(IntentType.COMPLAINT.label()),
            Dimension.SENTIMENT,
            Set.of(SentimentLabel.NEGATIVE.label(), SentimentLabel.MIXED.label()));

    private ComplaintGroups() {}

    static GroupedReviews of(Asked asked, ReviewSnapshot now) throws IOException {
        List<Dimension> dimensions = new ArrayList<>(GroupFeatures.DIMENSIONS);
        dimensions.add(Dimension.SENTIMENT);
        dimensions.add(Dimension.KEYWORD);
        Voices voices = now.voices(asked.selection(), new Voices.Of(COMPLAIN, dimensions, Passages.OPINIONS, MOST));
        List<Wishing.Wisher> complaining = new ArrayList<>();
        for (Voices.Voice voice : voices.sample()) complaining.add(new Wishing.Wisher(voice, clauses(voice)));
        WishGroups groups = WishGroups.of(complaining);
        List<List<Wishing.Wisher>> members = groups.members(complaining);
        List<GroupedReviews.Group> told = IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -members.get(i).size())
                        .thenComparing(i -> groups.labels().get(i)))
                .map(i -> new GroupedReviews.Group(
                        groups.labels().get(i),
                        members.get(i).stream().map(Wishing.Wisher::voice).toList(),
                        snapshot -> groups.evidence(snapshot, asked.selection(), members.get(i), i)))
                .toList();
        return new GroupedReviews(voices.total(), voices.sample(), told);
    }

    private static List<Wishing.Wish> clauses(Voices.Voice voice) {
        return Passages.opinions(voice, Polarity.NEGATIVE).stream()
                .map(clause -> new Wishing.Wish(clause.said().text(), false, clause.condition(), clause.said()))
                .toList();
    }
}
