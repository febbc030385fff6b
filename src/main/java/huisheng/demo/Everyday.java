package huisheng.demo;

import huisheng.review.Review;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the ordinary reviews: first ones, then the follow-ups to some of them. */
final class Everyday {
    private static final double FOLLOWUPS = 0.06;
    private static final int TRIES = 8;
    private final House house;
    private final Grammar grammar;
    private final Reviewer reviewer;
    private final Period period;
    private final long seed;
    private final int users;
    private final Set<String> texts = new HashSet<>();

    Everyday(House house, Grammar grammar, Reviewer reviewer, Period period, long seed, int users) {
        this.house = house;
        this.grammar = grammar;
        this.reviewer = reviewer;
        this.period = period;
        this.seed = seed;
        this.users = users;
    }

    void write(int count, List<Made> into) {
        int followups = (int) (count * FOLLOWUPS);
        List<Made> firsts = new ArrayList<>();
        for (int i = 0; i < count - followups; i++) firsts.add(first(i));
        into.addAll(firsts);
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < followups; i++) into.add(followup(firsts, answered, count - followups + i));
    }

    private Made first(int number) {
        Dice dice = Dice.of(seed, "review", number);
        Writer writer = Writer.of(house, seed, dice.between(1, users));
        House.Product product = dice.pick(house.products(), p -> p.weightFor(writer));
        House.Channel channel = dice.pick(house.channels(), c -> c.weightFor(writer));
        Situation situation = new Situation(house, writer, product, channel, false);
        int day = period.day(dice);
        String empty = emptyText(situation, dice);
        if (empty != null) {
            return reviewer.write(situation, Stance.POSITIVE, empty, number, day, dice, Reviewer.Extras.EMPTY);
        }
        Stance stance = channel.stance(dice);
        return reviewer.write(
                situation, stance, text(situation, stance, dice), number, day, dice, Reviewer.Extras.NONE);
    }

    /** System text, filler, set phrases and adverts stand where a shop asks for stars. */
    private @Nullable String emptyText(Situation situation, Dice dice) {
        if (!situation.channel().tokens().contains("shop")) return null;
        Grammar.Planted planted = grammar.planted();
        double draw = dice.unit();
        if (draw < 0.05) return dice.pick(planted.defaults());
        Phrases phrases = new Phrases(grammar, situation, dice);
        if (draw < 0.07) return phrases.fill(dice.pick(planted.fillers()));
        if (draw < 0.09) return phrases.fill(dice.pick(planted.templates()));
        if (draw < 0.093) return phrases.fill(dice.pick(planted.adverts()));
        return null;
    }

    private Made followup(List<Made> firsts, Set<String> answered, int number) {
        Dice dice = Dice.of(seed, "followup", number);
        Made parent = dice.pick(firsts);
        while (!canFollow(parent) || !answered.add(parent.id())) parent = dice.pick(firsts);
        int day = dice.between(parent.day() + 3, Math.min(period.days() - 1, parent.day() + 45));
        Situation before = parent.situation();
        Situation situation = new Situation(house, before.writer(), before.product(), before.channel(), true);
        Stance stance = after(parent.stance(), dice);
        Reviewer.Extras extras = Reviewer.Extras.followupTo(parent.review().externalId());
        return reviewer.write(situation, stance, text(situation, stance, dice), number, day, dice, extras);
    }

    private boolean canFollow(Made parent) {
        boolean shop = parent.situation().channel().tokens().contains("shop");
        return shop && parent.said() && parent.day() + 3 < period.days();
    }

    private static Stance after(Stance before, Dice dice) {
        if (before == Stance.MIXED || before == Stance.NEUTRAL) {
            return dice.chance(0.6) ? Stance.POSITIVE : Stance.NEGATIVE;
        }
        return dice.chance(0.3) ? before.opposite() : before;
    }

    private String text(Situation situation, Stance stance, Dice dice) {
        String text = new Composer(grammar, situation, dice, Set.of()).compose(stance);
        for (int i = 0; i < TRIES && !texts.add(text); i++) {
            text = new Composer(grammar, situation, dice, Set.of()).compose(stance);
        }
        return text;
    }

    /** A later version of a review that was written: the same id, more to say. */
    Review edit(Made made, Dice dice) {
        Review old = made.review();
        Stance stance = dice.chance(0.5) ? made.stance() : made.stance().opposite();
        Situation now = new Situation(
                house,
                made.situation().writer(),
                made.situation().product(),
                made.situation().channel(),
                false);
        String text = old.text() + dice.pick(List.of("\n更新：", " 修改一下：", "\n补充：")) + text(now, stance, dice);
        return new Review(
                old.channel(),
                old.externalId(),
                old.kind(),
                old.parent(),
                old.brand(),
                old.product(),
                old.productName(),
                old.store(),
                old.region(),
                old.author(),
                old.rating() == null ? null : Reviewer.stars(stance, dice),
                text,
                old.language(),
                old.writtenAt(),
                old.likes(),
                old.url(),
                old.variant(),
                old.attributes());
    }
}
