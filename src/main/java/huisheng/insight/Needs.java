package huisheng.insight;

import huisheng.index.ReviewSearch;
import huisheng.index.ReviewSnapshot;
import huisheng.index.SearchPage;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Baseline;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What do reviews wish for, how many of them, since when more, and who? */
public final class Needs implements Question {
    private static final Parameter<Wishing.Include> INCLUDE = Parameter.label(
            "include",
            Wishing.Include.class,
            Wishing.Include.EXPLICIT,
            new Wording(
                    "只算说出来的愿望，还是连同没说出口的（缺什么、抱怨什么）",
                    "wishes that are said, or those too that are only implied: what is missed or complained of"));
    private static final Parameter<Integer> LIMIT =
            Parameter.integer("limit", 1, 100, 20, new Wording("列多少项诉求", "how many requests to list"));

    /**
     * @param reviews of the period, {@code baselineReviews} of the one before
     * @param wishing reviews that wish, {@code lookedAt} of them drawn by lot; where those are fewer, all shares are of the
     *     same part of the reviews
     * @param texts different words of wishes in both periods, {@code grouped} of them the most frequent
     * @param candidates requests whose growth was tested, and {@code personaCandidates} of who wishes for them
     * @param requests wished for most first
     * @param ungrouped reviews looked at whose wish is like too few others
     * @param insufficient where too few wish
     */
    public record Answer(
            Period window,
            Period baseline,
            long reviews,
            long baselineReviews,
            long wishing,
            long lookedAt,
            long baselineWishing,
            long baselineLookedAt,
            int texts,
            int grouped,
            int candidates,
            int personaCandidates,
            List<Request> requests,
            long ungrouped,
            @Nullable Insufficient insufficient)
            implements huisheng.insight.ask.Answer, Limited {
        public Answer {
            requests = List.copyOf(requests);
        }

        @Override
        public List<Finding> findings() {
            return NeedFindings.of(this);
        }
    }

    /**
     * Wishes for the same.
     *
     * @param label words that were said
     * @param n reviews of the period that wish for it, {@code explicit} of them in so many words
     * @param share of the reviews, like {@code baselineShare}, which is null where the baseline has too few
     * @param growth null there, and where too few wish for it in both periods
     * @param isNew nobody wished for it in the baseline
     * @param personas who wish for it more than others, the surest first
     * @param products about which it is wished most often
     */
    public record Request(
            String label,
            long n,
            long explicit,
            Share share,
            long baselineN,
            @Nullable Share baselineShare,
            @Nullable Growth growth,
            boolean isNew,
            List<Persona> personas,
            List<Counted> products,
            Evidence evidence) {
        public Request {
            personas = List.copyOf(personas);
            products = List.copyOf(products);
        }
    }

    /** How many of the reviews have the value. */
    public record Counted(String value, long n) {}

    @Override
    public String name() {
        return "needs";
    }

    @Override
    public Wording asks() {
        return new Wording(
                "顾客还想要什么？哪些诉求在上升，是谁提的？", "What do customers wish for, which wishes grow, and whose are they?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Baseline.PARAMETER, INCLUDE, LIMIT);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("include", "all");
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        Selection window = asked.selection();
        Period before = Baseline.of(asked);
        Wishing.Include include = asked.get(INCLUDE);
        int limit = asked.get(LIMIT);
        SearchPage all = page(now, window, Personas.DIMENSIONS);
        long baselineReviews = page(now, window.during(before), List.of()).total();
        Wishing wishing = Wishing.of(now, window, include, all.total());
        Wishing earlier = Wishing.of(now, window.during(before), include, baselineReviews);
        WishGroups groups = WishGroups.of(wishing, earlier);
        Insufficient insufficient = Insufficient.below(wishing.wishers().size());
        Requests requests = Requests.of(groups, wishing, earlier, new Personas(all.facets()));
        return new Answer(
                asked.period(),
                before,
                all.total(),
                baselineReviews,
                wishing.total(),
                wishing.lookedAt(),
                earlier.total(),
                earlier.lookedAt(),
                groups.texts(),
                groups.grouped(),
                requests.candidates(),
                requests.personas().candidates(),
                insufficient == null ? requests.told(now, window, limit) : List.of(),
                requests.ungrouped(),
                insufficient);
    }

    private static SearchPage page(ReviewSnapshot now, Selection selection, List<huisheng.review.Dimension> facets)
            throws IOException {
        return now.search(new ReviewSearch(selection, ReviewSearch.Order.NEWEST, 1, null, facets));
    }
}
