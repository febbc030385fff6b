package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.review.Labelled;
import huisheng.review.Period;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which groups do complaints or customers fall into, without being told what to look for? */
public final class ReviewGroups implements Question {
    private static final Parameter<Kind> OF = Parameter.label(
            "of",
            Kind.class,
            Kind.COMPLAINTS,
            new Wording("把什么分组：抱怨的话，还是写评论的顾客", "what is grouped: what is complained of, or the customers who write"));
    private static final Parameter<Integer> LIMIT =
            Parameter.integer("limit", 1, 50, 10, new Wording("列多少组", "how many groups to list"));

    /** What is grouped. */
    enum Kind implements Labelled {
        /** Clauses with a negative opinion, of reviews that complain or are not positive. */
        COMPLAINTS,
        /** Reviews, by what they speak of, what they want and who wrote them. */
        CUSTOMERS
    }

    /**
     * @param reviews that could be grouped: all of the selection, or those that complain; {@code lookedAt} of
     *     them, drawn by lot, were looked at
     * @param candidates pairs of group and feature that were compared
     * @param groups the largest first
     * @param ungrouped reviews looked at that are in no group
     * @param insufficient where there are too few reviews
     */
    public record Answer(
            Period window,
            String of,
            long reviews,
            int lookedAt,
            int candidates,
            List<Group> groups,
            long ungrouped,
            @Nullable Insufficient insufficient)
            implements huisheng.insight.ask.Answer, Limited {
        private static final int TOLD = 5;

        public Answer {
            groups = List.copyOf(groups);
        }

        @Override
        public List<Finding> findings() {
            return groups.stream()
                    .filter(group -> !group.features().isEmpty())
                    .limit(TOLD)
                    .map(group -> group.finding(lookedAt, reviews))
                    .toList();
        }
    }

    /**
     * @param label readable: words that were said, or what the customers have in common
     * @param n reviews of the group
     * @param share of the reviews looked at
     * @param negative share of its reviews that are negative, {@code positive} of those that are positive
     * @param features what it has more often than the reviews in no or another group, the surest first
     * @param evidence for customers, of reviews that have the features of the label
     */
    public record Group(
            String label,
            long n,
            Share share,
            Share negative,
            Share positive,
            List<Feature> features,
            Evidence evidence) {
        public Group {
            features = List.copyOf(features);
        }

        private Finding finding(int lookedAt, long reviews) {
            Feature first = features.getFirst();
            return new Finding(
                    new Wording(
                            "“%s”：%d 条，占所看评论（%d 条里的 %d 条）的 %s；“%s”占其中 %s，其余评论里占 %s"
                                    .formatted(
                                            label,
                                            n,
                                            reviews,
                                            lookedAt,
                                            share.percent(),
                                            first.name(),
                                            first.share().percent(),
                                            first.rest().percent()),
                            "\"%s\": n = %d, %s of the reviews looked at (%d of %d); \"%s\" is in %s of it and in %s of the rest"
                                    .formatted(
                                            label,
                                            n,
                                            share.percent(),
                                            lookedAt,
                                            reviews,
                                            first.name(),
                                            first.share().percent(),
                                            first.rest().percent())),
                    evidence);
        }
    }

    /**
     * Describes a group. Customers are grouped by such features, so that {@code q} tells there how clear the group is, not
     * that it would be found again.
     *
     * @param dimension its key
     * @param name readable
     * @param n of the group's reviews that have it
     * @param rest share of the other reviews looked at that have it
     * @param ratio of the two shares, half a review added to each, with its 95 % interval
     * @param q false discovery rate over all groups and features
     */
    public record Feature(
            String dimension,
            String value,
            String name,
            long n,
            Share share,
            Share rest,
            double ratio,
            double low,
            double high,
            double q) {}

    @Override
    public String name() {
        return "clusters";
    }

    @Override
    public Wording asks() {
        return new Wording(
                "抱怨和顾客自己分成哪几类？各有什么不同？", "Which groups do complaints or customers fall into, and how do they differ?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(OF, LIMIT);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("of", Kind.CUSTOMERS.label());
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        Kind of = asked.get(OF);
        int limit = asked.get(LIMIT);
        GroupedReviews grouped = of == Kind.COMPLAINTS ? ComplaintGroups.of(asked, now) : CustomerGroups.of(asked, now);
        Insufficient insufficient = Insufficient.below(grouped.voices().size());
        GroupFeatures features = GroupFeatures.of(asked, grouped);
        return new Answer(
                asked.period(),
                of.label().toLowerCase(Locale.ROOT),
                grouped.reviews(),
                grouped.voices().size(),
                features.candidates(),
                insufficient == null ? features.told(now, limit) : List.of(),
                grouped.ungrouped(),
                insufficient);
    }
}
