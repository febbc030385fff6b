package huisheng.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the reviews of the planted events. Their numbers, writers and channels do not depend on the calendar, so the
 * truth is the same for any last day.
 */
final class EventTeller {
    /** Far above the numbers of ordinary reviews. */
    private static final int FIRST_NUMBER = 10_000_000;

    private static final int PER = 20_000;
    private final House house;
    private final Grammar grammar;
    private final Reviewer reviewer;
    private final long seed;
    private final int reviews;
    private final int users;
    private final Set<String> authors = new HashSet<>();

    EventTeller(House house, Grammar grammar, Reviewer reviewer, long seed, int reviews, int users) {
        this.house = house;
        this.grammar = grammar;
        this.reviewer = reviewer;
        this.seed = seed;
        this.reviews = reviews;
        this.users = users;
    }

    /** Adds the event's reviews to {@code into} and tells the truth about them. */
    DemoTruth.Event tell(EventPlan event, int eventNumber, List<Made> into) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        int number = FIRST_NUMBER + eventNumber * 1_000_000;
        for (EventPlan.Voice voice : event.voices()) {
            List<String> told = new ArrayList<>();
            int count = (int) Math.max(1, Math.round(voice.reviews() * (double) reviews / PER));
            for (int i = 0; i < count; i++) {
                Made made = one(event, voice, number++);
                told.add(made.id());
                into.add(made);
            }
            ids.put(voice.label(), List.copyOf(told));
        }
        return new DemoTruth.Event(
                event.id(),
                event.kind(),
                event.start(),
                event.end(),
                event.segment(),
                event.words(),
                event.aspect(),
                event.direction(),
                event.alertLevel(),
                event.promises(),
                ids);
    }

    private Made one(EventPlan event, EventPlan.Voice voice, int number) {
        Dice dice = Dice.of(seed, event.id(), number);
        Writer writer = writer(event, voice, dice);
        Situation situation =
                new Situation(house, writer, product(event, voice, writer, dice), channel(voice, writer, dice), false);
        Reviewer.Extras extras = new Reviewer.Extras(null, voice.variant(), voice.batch(), voice.rating(), false);
        int day = day(event, voice, dice);
        String text = text(voice, situation, number, dice);
        return reviewer.write(situation, voice.stance(), text, number, day, dice, extras);
    }

    private String text(EventPlan.Voice voice, Situation situation, int number, Dice dice) {
        List<String> clauses = new ArrayList<>();
        List<String> pool = pool(voice.pool());
        // in turn, so that even a handful of reviews is no copy of one another
        clauses.add(pool.get(number % pool.size()));
        if (voice.copied()) return new Phrases(grammar, situation, dice).fill(clauses.getFirst());
        if (voice.then() != null && dice.chance(0.5)) {
            clauses.add(dice.pick(pool(voice.then())));
        }
        Set<String> avoid = voice.avoid() == null ? Set.of() : voice.avoid();
        return new Composer(grammar, situation, dice, avoid).around(clauses, voice.stance(), voice.extra());
    }

    private List<String> pool(String name) {
        List<String> clauses = grammar.planted().events().get(name);
        if (clauses == null) throw new IllegalArgumentException("no pool '" + name + "' in planted.yaml");
        return clauses;
    }

    private Writer writer(EventPlan event, EventPlan.Voice voice, Dice dice) {
        List<String> ages = event.values(voice, "ageBand");
        List<String> regions = event.values(voice, "region");
        while (true) {
            Writer writer = Writer.of(house, seed, dice.between(1, users));
            boolean fits = (ages.isEmpty() || ages.contains(writer.age().band()))
                    && (regions.isEmpty() || regions.contains(writer.region()))
                    && !(voice.copied() && writer.traditional());
            // a campaign counts by its authors: none of them writes twice
            if (fits && (!voice.copied() || authors.add(writer.user()))) return writer;
        }
    }

    private House.Product product(EventPlan event, EventPlan.Voice voice, Writer writer, Dice dice) {
        List<String> skus = event.values(voice, "product");
        List<House.Product> products =
                house.products().stream().filter(p -> skus.contains(p.sku())).toList();
        return dice.pick(products, p -> p.weightFor(writer));
    }

    private House.Channel channel(EventPlan.Voice voice, Writer writer, Dice dice) {
        List<House.Channel> channels = house.channels().stream()
                .filter(c -> voice.channels() == null || voice.channels().contains(c.id()))
                .toList();
        return dice.pick(channels, c -> c.weightFor(writer));
    }

    private static int day(EventPlan event, EventPlan.Voice voice, Dice dice) {
        int length = event.end() - event.start() + 1;
        double share = voice.rising() ? Math.sqrt(dice.unit()) : dice.unit();
        return event.start() + (int) (share * length);
    }
}
