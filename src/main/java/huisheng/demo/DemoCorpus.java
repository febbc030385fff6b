package huisheng.demo;

import huisheng.review.Review;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The reviews of an invented liquor house over half a year. The same arguments always make the same corpus. An author's
 * key is a plain pseudo user id such as {@code u-000123}: the intake hashes it, as it does for any channel.
 *
 * @param reviews by time of writing; (channel, externalId) is unique
 * @param edits later versions of some of them under the same ids, to be pushed after all {@code reviews}
 * @param truth what was planted; no events in a control corpus
 */
public record DemoCorpus(List<Review> reviews, List<Review> edits, DemoTruth truth) {
    /** Seed and size of the corpus that {@code truth.json} is about. */
    public static final long SEED = 20_261L;

    public static final int REVIEWS = 20_000;
    private static final int EDIT_EVERY = 80;

    public DemoCorpus {
        reviews = List.copyOf(reviews);
        edits = List.copyOf(edits);
    }

    /** The reviews alone; see {@link #write}. */
    public static List<Review> generate(Path corpus, long seed, int reviews, LocalDate lastDay, boolean events) {
        return write(corpus, seed, reviews, lastDay, events).reviews();
    }

    /**
     * Writes a corpus from the files in {@code corpus}.
     *
     * @param lastDay in China; the reviews of that day run until midnight, so pass yesterday where none may lie ahead
     * @param events false for a control corpus in which nothing happens
     */
    public static DemoCorpus write(Path corpus, long seed, int reviews, LocalDate lastDay, boolean events) {
        House house = House.read(corpus);
        Grammar grammar = Grammar.read(corpus);
        Period period = new Period(house, lastDay);
        Reviewer reviewer = new Reviewer(period);
        int users = Math.max(2_000, reviews * 2 / 3);
        List<Made> made = new ArrayList<>();
        List<DemoTruth.Event> told = new ArrayList<>();
        if (events) {
            EventTeller teller = new EventTeller(house, grammar, reviewer, seed, reviews, users);
            List<EventPlan> plans = EventPlan.read(corpus);
            for (int i = 0; i < plans.size(); i++) told.add(teller.tell(plans.get(i), i, made));
        }
        int planted = made.size();
        Everyday everyday = new Everyday(house, grammar, reviewer, period, seed, users);
        everyday.write(reviews - planted, made);
        List<Review> edits = edits(everyday, made.subList(planted, made.size()), seed);
        List<Review> all = made.stream().map(Made::review).sorted(BY_TIME).toList();
        return new DemoCorpus(all, edits, new DemoTruth(seed, reviews, house.days(), told));
    }

    private static final Comparator<Review> BY_TIME =
            Comparator.comparing(Review::writtenAt).thenComparing(Review::externalId);

    private static List<Review> edits(Everyday everyday, List<Made> made, long seed) {
        List<Review> edits = new ArrayList<>();
        for (int i = 0; i < made.size(); i += EDIT_EVERY) {
            if (made.get(i).said()) edits.add(everyday.edit(made.get(i), Dice.of(seed, "edit", i)));
        }
        return edits;
    }
}
