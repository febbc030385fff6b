package huisheng.insight;

import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Wording;
import huisheng.review.Dimension;
import java.util.Map;

/** What values of dimensions are called, so that a sentence does not speak in codes. */
final class Features {
    private static final Map<String, Wording> NAMES = Map.ofEntries(
            Map.entry("gender:female", new Wording("女性", "women")),
            Map.entry("gender:male", new Wording("男性", "men")),
            Map.entry("buyer:first", new Wording("首次购买", "first-time buyers")),
            Map.entry("buyer:repeat", new Wording("再次购买", "repeat buyers")),
            Map.entry("buyer:loyal", new Wording("老顾客", "loyal buyers")));

    private Features() {}

    /** @param dimension its key */
    static Wording persona(String dimension, String value) {
        Wording name = NAMES.get(dimension + ":" + value);
        if (name != null) return name;
        if (dimension.equals(Dimension.AGE_BAND.key())) return new Wording(age(value), "the age of " + value);
        if (dimension.equals(Dimension.LEVEL.key())) return new Wording("等级 " + value, "level " + value);
        return new Wording(value, value);
    }

    /** Short and Chinese: 包装差评, 投诉, 18-24 岁. */
    static String name(Asked asked, Dimension dimension, String value) {
        return switch (dimension) {
            case ASPECT_POLARITY -> opinion(asked, value);
            case AGE_BAND -> age(value);
            default -> ValueNames.of(asked, dimension, value);
        };
    }

    private static String opinion(Asked asked, String value) {
        int colon = value.lastIndexOf(':');
        if (colon < 0) return value;
        String said = switch (value.substring(colon + 1)) {
            case "positive" -> "好评";
            case "negative" -> "差评";
            default -> "中评";
        };
        return asked.aspectName(value.substring(0, colon)) + said;
    }

    private static String age(String band) {
        return band.chars().allMatch(c -> c < 128) ? band + " 岁" : band;
    }
}
