package huisheng.channel;

import huisheng.review.Labelled;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a channel rates; all become 1 to 5. */
public enum RatingScale implements Labelled {
    /** good, neutral, bad, and their Chinese words: 5, 3, 1. */
    WORDS,
    ONE_TO_FIVE,
    /** As above, and 0 is the worst too. */
    ZERO_TO_FIVE,
    /** 10 to 50. */
    TENS,
    /** 100 to 500. */
    HUNDREDS,
    /** 0 to 10, would you recommend us. */
    NPS,
    NONE;

    private static final Map<String, Integer> SAID = Map.ofEntries(
            Map.entry("good", 5),
            Map.entry("neutral", 3),
            Map.entry("bad", 1),
            Map.entry("好评", 5),
            Map.entry("中评", 3),
            Map.entry("差评", 1),
            Map.entry("很好", 5),
            Map.entry("好", 4),
            Map.entry("一般", 3),
            Map.entry("差", 2),
            Map.entry("很差", 1));
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,6})?)\\s*[星分]?");

    /** Null where the value is not of this scale. */
    @Nullable
    Integer read(String value) {
        if (this == WORDS) return SAID.get(value);
        Matcher number = NUMBER.matcher(value);
        if (!number.matches()) return null;
        double read = Double.parseDouble(number.group(1));
        return switch (this) {
            case ONE_TO_FIVE -> between(read, 1, 5) ? stars(read) : null;
            case ZERO_TO_FIVE -> between(read, 0, 5) ? Math.max(1, stars(read)) : null;
            case TENS -> between(read, 10, 50) ? stars(read / 10) : null;
            case HUNDREDS -> between(read, 100, 500) ? stars(read / 100) : null;
            case NPS -> between(read, 0, 10) ? Math.max(1, (int) Math.ceil(read / 2)) : null;
            default -> null;
        };
    }

    private static boolean between(double value, double least, double most) {
        return value >= least && value <= most;
    }

    private static int stars(double value) {
        return (int) Math.round(value);
    }
}
