package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Voices;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Narrowing;
import huisheng.insight.cluster.Cluster;
import huisheng.insight.cluster.Clusters;
import huisheng.insight.cluster.Profile;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who writes: reviews alike in what they speak of, what they want and who wrote them. */
final class CustomerGroups {
    private static final int MOST = 2_000;
    /** That a label is made of. */
    private static final int IN_LABEL = 2;

    private record Value(Dimension dimension, String value) {}

    private CustomerGroups() {}

    static GroupedReviews of(Asked asked, ReviewSnapshot now) throws IOException {
        List<Dimension> dimensions = new ArrayList<>(GroupFeatures.DIMENSIONS);
        dimensions.add(Dimension.SENTIMENT);
        Voices voices = now.voices(asked.selection(), new Voices.Of(Map.of(), dimensions, List.of(), MOST));
        Map<String, Value> named = new HashMap<>();
        List<Profile> profiles = new ArrayList<>();
        for (Voices.Voice voice : voices.sample()) {
            List<String> features = new ArrayList<>();
            for (Dimension dimension : GroupFeatures.DIMENSIONS) {
                for (String value : voice.of(dimension)) {
                    String name = Features.name(asked, dimension, value);
                    named.putIfAbsent(name, new Value(dimension, value));
                    features.add(name);
                }
            }
            profiles.add(new Profile(voice.id(), features));
        }
        List<GroupedReviews.Group> groups = new ArrayList<>();
        for (Cluster cluster : Clusters.ofProfiles(profiles).clusters()) {
            Set<Long> ids = new HashSet<>();
            cluster.members().forEach(member -> ids.add(member.id()));
            groups.add(new GroupedReviews.Group(
                    cluster.label(),
                    voices.sample().stream()
                            .filter(voice -> ids.contains(voice.id()))
                            .toList(),
                    snapshot -> evidence(snapshot, asked.selection(), cluster, named)));
        }
        return new GroupedReviews(voices.total(), voices.sample(), groups);
    }

    private static Evidence evidence(ReviewSnapshot now, Selection selection, Cluster cluster, Map<String, Value> named)
            throws IOException {
        Selection narrowed = selection;
        int used = 0;
        for (Cluster.Term term : cluster.terms()) {
            Value value = named.get(term.text());
            if (value == null || used == IN_LABEL) continue;
            narrowed = Narrowing.to(narrowed, value.dimension(), value.value());
            used++;
        }
        return Evidence.of(now, narrowed);
    }
}
