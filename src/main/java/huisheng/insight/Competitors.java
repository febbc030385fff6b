package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Baseline;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.insight.statistics.Net;
import huisheng.insight.statistics.NetDifference;
import huisheng.insight.statistics.ShareDifference;
import huisheng.review.Period;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How do we stand against competitors? We are the brands of the filter, the largest brand where it names none, and every
 * review of the selection where no review has a brand.
 */
public final class Competitors implements Question {
    /** Of the rows of a table that are told as findings, at most this share is there by chance alone. */
    static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final int MOST_RIVALS = 12;

    private static final Parameter<List<String>> RIVALS = Parameter.words(
            "rivals",
            MOST_RIVALS,
            new Wording(
                    "对手的名字；默认是另外的品牌，再加上评论里比较最多的对象",
                    "names of competitors; by default the other brands, then whoever reviews compare with most"));
    private static final Parameter<Integer> LIMIT =
            Parameter.integer("limit", 1, MOST_RIVALS, 8, new Wording("列多少个对手", "how many competitors to list"));

    /**
     * @param ours brands that are us; empty where it is every review of the selection
     * @param reviews about us in the period, {@code baselineReviews} in the one before
     * @param candidates tests that were made; q controls the false discovery rate among the rows of each list
     * @param voices share of voice of the largest brands, of all reviews of the selection with a brand
     * @param rivals stored brands by their reviews, then those only named by how often reviews compare with them; an earlier
     *     version of ours or a price class is none
     * @param aspects the most spoken of, for each how we and the rivals of whom reviews are stored stand
     * @param board comparisons by rival and aspect, most losses first
     * @param yardsticks the same with what is no rival: an earlier version of ours, the price class, what was expected
     * @param missed aspects that reviews speak worse of where they name a rival brand than where they do not, beyond chance
     * @param insufficient where there are too few reviews about us; all lists but {@code voices} are empty then
     */
    public record Answer(
            Period window,
            Period baseline,
            List<String> ours,
            long reviews,
            long baselineReviews,
            int candidates,
            List<Voice> voices,
            List<Rival> rivals,
            List<Aspect> aspects,
            List<Bout> board,
            List<Bout> yardsticks,
            List<Missed> missed,
            @Nullable Insufficient insufficient)
            implements huisheng.insight.ask.Answer, Limited {
        public Answer {
            ours = List.copyOf(ours);
            voices = List.copyOf(voices);
            rivals = List.copyOf(rivals);
            aspects = List.copyOf(aspects);
            board = List.copyOf(board);
            yardsticks = List.copyOf(yardsticks);
            missed = List.copyOf(missed);
        }

        @Override
        public List<Finding> findings() {
            return CompetitorFindings.of(this);
        }
    }

    /** Reviews about a brand; {@code ours} tells whether it is one of ours. */
    public record Voice(String brand, boolean ours, Moved reviews) {}

    /**
     * @param stored whether reviews about it are stored
     * @param named reviews about us that name it anywhere in their text
     * @param lost reviews about us that name it and tell of leaving for it, {@code won} of coming from it; see
     *     {@link Switching} for what is counted
     */
    public record Rival(
            String name,
            boolean stored,
            Moved named,
            Moved lost,
            Moved won,
            Evidence evidence,
            Evidence lostEvidence,
            Evidence wonEvidence) {}

    /**
     * @param ours net sentiment of our reviews on the aspect
     * @param evidence what speaks ill of it in our reviews
     */
    public record Aspect(String aspect, String aspectName, Net ours, List<Against> rivals, Evidence evidence) {
        public Aspect {
            rivals = List.copyOf(rivals);
        }
    }

    /** @param difference ours minus theirs: negative where the rival stands better */
    public record Against(String rival, Net net, NetDifference difference, double q) {}

    /**
     * Reviews about us that compare with the rival.
     *
     * @param aspect empty where none is named
     * @param winShare of wins, ties and losses
     * @param p exact, by the sign test, that wins and losses are alike but for chance
     * @param losses in share of the reviews about us, against the period before
     * @param evidence losses where there are any, else wins, else ties
     */
    public record Bout(
            String rival,
            String aspect,
            String aspectName,
            long wins,
            long ties,
            long losses,
            @Nullable Share winShare,
            double p,
            double q,
            long baselineWins,
            long baselineTies,
            long baselineLosses,
            Moved lossRate,
            Evidence evidence) {
        boolean loses() {
            return losses > wins && q <= FALSE_DISCOVERY_RATE;
        }
    }

    /**
     * @param n of the reviews that name the rival, those that speak ill of the aspect
     * @param otherShare of our reviews that do not name it, those that do
     * @param lost comparisons with the rival that are lost on the aspect
     */
    public record Missed(
            String rival,
            String aspect,
            String aspectName,
            long n,
            Share share,
            Share otherShare,
            ShareDifference difference,
            double q,
            long lost,
            Evidence evidence) {}

    @Override
    public String name() {
        return "competitors";
    }

    @Override
    public Wording asks() {
        return new Wording("我们和竞争对手相比怎么样？", "How do we stand against competitors?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Baseline.PARAMETER, RIVALS, LIMIT);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("brand", "砚鹭");
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        Period before = Baseline.of(asked);
        return new Rivalry(asked, now, before).answer(asked.get(RIVALS), asked.get(LIMIT));
    }

    /** The answer's rivals alone, for whoever asks often; evidence only where they are named or left for more than before. */
    public static List<Rival> rivals(Asked asked, ReviewSnapshot now) throws IOException {
        return new Rivalry(asked, now, Baseline.of(asked)).named(asked.get(RIVALS), asked.get(LIMIT));
    }
}
