package huisheng.demo;

import huisheng.review.Review;
import huisheng.review.ReviewKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a text everything else that a channel sends: id, stars, likes, store, attributes. */
final class Reviewer {
    private static final double NOISY_STARS = 0.05;
    private final Period period;

    Reviewer(Period period) {
        this.period = period;
    }

    /** @param number of the review, unique in the corpus */
    Made write(Situation situation, Stance stance, String text, int number, int day, Dice dice, Extras extras) {
        House.Channel channel = situation.channel();
        Review review = new Review(
                channel.id(),
                id(channel, number),
                extras.parent() == null ? ReviewKind.INITIAL : ReviewKind.FOLLOWUP,
                extras.parent(),
                situation.product().brand(),
                situation.product().sku(),
                situation.product().name(),
                store(situation, dice),
                situation.writer().region(),
                situation.writer().author(),
                channel.rated() ? stars(stance, extras, dice) : null,
                text,
                null,
                period.time(day, dice),
                likes(stance, dice),
                null,
                extras.variant(),
                attributes(situation, extras, dice));
        return new Made(review, situation, stance, day, !extras.empty());
    }

    /**
     * What only some reviews have.
     *
     * @param rating decided beforehand
     * @param empty the text says nothing of its own
     */
    record Extras(
            @Nullable String parent,
            @Nullable String variant,
            @Nullable String batch,
            @Nullable Integer rating,
            boolean empty) {
        static final Extras NONE = new Extras(null, null, null, null, false);
        static final Extras EMPTY = new Extras(null, null, null, 5, true);

        static Extras followupTo(String parent) {
            return new Extras(parent, null, null, null, false);
        }
    }

    /** The multiplier has no factor in common with the modulus, so different numbers stay different. */
    private static String id(House.Channel channel, int number) {
        long mixed = (number * 7_368_787_141L + 40_123_457L) % 10_000_000_000L;
        return channel.prefix() + String.format(Locale.ROOT, "%010d", mixed);
    }

    private static int stars(Stance stance, Extras extras, Dice dice) {
        return extras.rating() == null ? stars(stance, dice) : extras.rating();
    }

    static int stars(Stance stance, Dice dice) {
        int meant = switch (stance) {
            case POSITIVE -> dice.chance(0.82) ? 5 : 4;
            case NEGATIVE -> dice.pick(List.of(1, 1, 1, 2, 2, 3));
            case MIXED -> dice.pick(List.of(3, 3, 3, 4, 4, 2));
            case NEUTRAL -> dice.pick(List.of(5, 5, 4, 3));
        };
        return dice.chance(NOISY_STARS) ? 6 - meant : meant;
    }

    private static @Nullable String store(Situation situation, Dice dice) {
        String store = situation.channel().store();
        if (store.isEmpty()) return null;
        boolean box = situation.channel().id().equals("store-box");
        if (box) return situation.writer().region() + dice.pick(List.of("一", "二", "三")) + "店";
        return situation.product().brand() + store;
    }

    private static int likes(Stance stance, Dice dice) {
        double heavy = stance == Stance.NEGATIVE ? 6 : 2;
        return dice.chance(0.7) ? 0 : (int) Math.min(5000, heavy * Math.pow(1 - dice.unit(), -0.8));
    }

    private static Map<String, String> attributes(Situation situation, Extras extras, Dice dice) {
        Map<String, String> attributes = new HashMap<>();
        int month = dice.between(1, 4);
        boolean own = !situation.product().tokens().contains("rival");
        if (own) {
            String batch = String.format(Locale.ROOT, "Q%02d%02d", month, dice.between(1, 28));
            attributes.put("batch", extras.batch() == null ? batch : extras.batch());
        }
        return attributes;
    }
}
