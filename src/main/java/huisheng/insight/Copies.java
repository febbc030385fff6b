package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.review.Period;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which texts were copied: who wrote them, when, how many, about what, and what they do to the figures. Copies are what the
 * store found: near copies by five or more people within a week. Counted is what lies in the period, however the question's
 * filter is disposed to noise.
 */
public final class Copies implements Question {
    private static final Parameter<Integer> LIMIT =
            Parameter.integer("limit", 1, 50, 10, new Wording("列多少场复制刷评", "how many campaigns to list"));

    /**
     * @param reviews of the selection that are no noise
     * @param copies that belong to a campaign, {@code campaigns} of them
     * @param ungrouped flagged as duplicates without a campaign, by a person
     * @param effect of all copies on the selection
     * @param largest campaigns, the one of most copies first
     */
    public record Answer(
            Period window,
            long reviews,
            long copies,
            int campaigns,
            long ungrouped,
            Effect effect,
            List<Campaign> largest)
            implements huisheng.insight.ask.Answer {
        private static final int TOLD = 5;

        public Answer {
            largest = List.copyOf(largest);
        }

        @Override
        public List<Finding> findings() {
            return largest.stream().limit(TOLD).map(Campaign::finding).toList();
        }
    }

    /** Reviews that are no noise, without and with the copies: their number, shares and net sentiment. */
    public record Effect(Stance without, Stance with) {}

    /** How many copies have the value. */
    public record Count(String value, long n) {}

    /**
     * @param campaign its number, by which reviews can be filtered ({@code copy})
     * @param text of the newest copy, or its beginning
     * @param authors known ones, told apart by the first characters of their keys; {@code unknown} copies have no writer
     * @param busiest writers of most copies, by these characters
     * @param first start of the hour, day, week or month with its first copy, like {@code last}
     * @param peak start of the {@code interval} with most copies, {@code peakN} of them
     * @param products five with most copies, like {@code channels}
     * @param effect on the reviews of these products while it ran, from {@code first} to the end of {@code last}
     */
    public record Campaign(
            String campaign,
            String text,
            long n,
            int authors,
            long unknown,
            List<Count> busiest,
            String interval,
            Instant first,
            Instant peak,
            long peakN,
            Instant last,
            List<Count> products,
            List<Count> channels,
            Effect effect,
            Evidence evidence) {
        public Campaign {
            busiest = List.copyOf(busiest);
            products = List.copyOf(products);
            channels = List.copyOf(channels);
        }

        private Finding finding() {
            String where = products.isEmpty() ? "" : products.getFirst().value();
            return new Finding(
                    new Wording(
                            "复制刷评 %d 条，%d 人，%s 起：“%s”%s；好评率 %s → %s"
                                    .formatted(
                                            n,
                                            authors,
                                            day(),
                                            text,
                                            where.isEmpty() ? "" : "（" + where + "）",
                                            told(effect.without),
                                            told(effect.with)),
                            "%d copies by %d people from %s: \"%s\"%s; positive share %s → %s"
                                    .formatted(
                                            n,
                                            authors,
                                            day(),
                                            text,
                                            where.isEmpty() ? "" : " (" + where + ")",
                                            told(effect.without),
                                            told(effect.with))),
                    evidence);
        }

        private String day() {
            return first.atZone(huisheng.index.Interval.ZONE).toLocalDate().toString();
        }

        private static String told(Stance stance) {
            return stance.positiveShare() == null ? "–" : stance.positiveShare().percent();
        }
    }

    @Override
    public String name() {
        return "copies";
    }

    @Override
    public Wording asks() {
        return new Wording(
                "哪些评论是复制的：谁、何时、多少、影响多大？", "Which reviews were copied: by whom, when, how many, to what effect?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LIMIT);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("limit", "3");
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        CopyCounts counts = new CopyCounts(asked, now);
        List<CopyCounts.Size> sizes = counts.sizes();
        List<Campaign> largest = new ArrayList<>();
        List<CopyCounts.Size> shown = sizes.subList(0, Math.min(asked.get(LIMIT), sizes.size()));
        if (!shown.isEmpty()) largest.addAll(new CopyCampaigns(counts, shown).told());
        return new Answer(
                asked.period(),
                counts.clean().n(),
                sizes.stream().mapToLong(CopyCounts.Size::n).sum(),
                sizes.size(),
                counts.ungrouped(),
                counts.effect(counts.clean(), sizes),
                largest);
    }
}
