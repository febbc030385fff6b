package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Voices;
import huisheng.insight.ask.Asked;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.Ratio;
import huisheng.insight.statistics.ShareDifference;
import huisheng.review.Dimension;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What groups have more often than the rest of the reviews that were looked at. */
record GroupFeatures(GroupedReviews grouped, List<List<ReviewGroups.Feature>> features, int candidates) {
    static final List<Dimension> DIMENSIONS = List.of(
            Dimension.ASPECT_POLARITY,
            Dimension.INTENT,
            Dimension.AGE_BAND,
            Dimension.GENDER,
            Dimension.BUYER,
            Dimension.CHANNEL,
            Dimension.PRODUCT);

    private static final int MOST = 6;
    /** Features of fewer reviews of a group say little of it. */
    private static final int MIN_REVIEWS = 3;

    private record Key(Dimension dimension, String value) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::dimension).thenComparing(Key::value);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Candidate(int group, Key key, long k, long n, long m, long rest, double p) {}

    static GroupFeatures of(Asked asked, GroupedReviews grouped) {
        Map<Key, Long> all = counts(grouped.voices());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < grouped.groups().size(); i++) {
            List<Voices.Voice> members = grouped.groups().get(i).members();
            long n = members.size();
            long rest = grouped.voices().size() - n;
            if (rest < Insufficient.MINIMUM) continue;
            for (Map.Entry<Key, Long> own : counts(members).entrySet()) {
                long k = own.getValue();
                long m = all.getOrDefault(own.getKey(), k) - k;
                if (k < MIN_REVIEWS) continue;
                double p = ShareDifference.of(k, n, m, rest).p();
                candidates.add(new Candidate(i, own.getKey(), k, n, m, rest, p));
            }
        }
        double[] q =
                FalseDiscovery.q(candidates.stream().mapToDouble(Candidate::p).toArray());
        return new GroupFeatures(grouped, features(asked, grouped, candidates, q), candidates.size());
    }

    private static Map<Key, Long> counts(List<Voices.Voice> voices) {
        Map<Key, Long> counts = new TreeMap<>();
        for (Voices.Voice voice : voices) {
            for (Dimension dimension : DIMENSIONS) {
                for (String value : voice.of(dimension)) counts.merge(new Key(dimension, value), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static List<List<ReviewGroups.Feature>> features(
            Asked asked, GroupedReviews grouped, List<Candidate> candidates, double[] q) {
        List<List<ReviewGroups.Feature>> features = new ArrayList<>();
        for (int i = 0; i < grouped.groups().size(); i++) features.add(new ArrayList<>());
        for (int i = 0; i < q.length; i++) {
            Candidate candidate = candidates.get(i);
            boolean more = candidate.k * candidate.rest > candidate.m * candidate.n;
            if (q[i] <= RisingWords.FALSE_DISCOVERY_RATE && more) {
                features.get(candidate.group).add(feature(asked, candidate, q[i]));
            }
        }
        for (List<ReviewGroups.Feature> own : features) {
            own.sort(Comparator.comparingDouble(ReviewGroups.Feature::q)
                    .thenComparing(Comparator.comparingDouble(ReviewGroups.Feature::low)
                            .reversed())
                    .thenComparing(ReviewGroups.Feature::dimension)
                    .thenComparing(ReviewGroups.Feature::value));
            if (own.size() > MOST) own.subList(MOST, own.size()).clear();
        }
        return features;
    }

    private static ReviewGroups.Feature feature(Asked asked, Candidate c, double q) {
        Ratio ratio = Ratio.of(c.k, c.n, c.m, c.rest);
        return new ReviewGroups.Feature(
                c.key.dimension.key(),
                c.key.value,
                Features.name(asked, c.key.dimension, c.key.value),
                c.k,
                Share.of(c.k, c.n),
                Share.of(c.m, c.rest),
                ratio.effect(),
                ratio.low(),
                ratio.high(),
                q);
    }

    List<ReviewGroups.Group> told(ReviewSnapshot now, int limit) throws IOException {
        List<ReviewGroups.Group> told = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, grouped.groups().size()); i++) {
            GroupedReviews.Group group = grouped.groups().get(i);
            long n = group.members().size();
            told.add(new ReviewGroups.Group(
                    group.label(),
                    n,
                    Share.of(n, grouped.voices().size()),
                    share(group, SentimentLabel.NEGATIVE),
                    share(group, SentimentLabel.POSITIVE),
                    features.get(i),
                    group.proof().of(now)));
        }
        return told;
    }

    private static Share share(GroupedReviews.Group group, SentimentLabel label) {
        long k = group.members().stream()
                .filter(voice -> voice.of(Dimension.SENTIMENT).contains(label.label()))
                .count();
        return Share.of(k, group.members().size());
    }
}
