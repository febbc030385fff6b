package huisheng.analysis.comparison;

import huisheng.analysis.Token;
import huisheng.analysis.label.LabelScores.Stretch;
import huisheng.review.Outcome;
import huisheng.review.Polarity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 比 Y 好, 不比 Y 差, 没有 Y 好, 不如 Y: what is said by degree ends the name, whatever the name is. */
final class Degrees {
    /** 对比, 性价比 and 比较 compare otherwise or not at all. */
    static final Form THAN = Form.of("比", "(?<![对相性价评好无可能法得望天])比(?:起来?)?(?![较如例赛试分价方重亚萨])");

    static final Form NOT_AS =
            Form.of("没如及比赶跟像", "(?:远远?|还|真|并|都|也)?(?:没有|没(?![想用收买说看差])|不如|(?<!来)不及|比不上|比不过|比不了|赶不上|及不上|跟不上|不像)");

    private static final Pattern DOUBTED = Pattern.compile("(?:未必|不一定|不见得|并不|不是|不会|也不)(?:就|会)?$");

    /** Parts of speech of words that no name begins with: verbs, prepositions, adverbs. */
    private static final String VERBAL = "vpd";

    private final Predicates predicates;

    Degrees(Predicates predicates) {
        this.predicates = predicates;
    }

    /** @return whether something was compared with that is not sold: 比想象中好 */
    boolean than(Reading reading) {
        String text = reading.text();
        Matcher marker = reading.first(THAN);
        if (marker == null) return false;
        boolean refused = false;
        do {
            int from = marker.end();
            Named named = named(reading, from);
            if (named == null) continue;
            boolean denied = marker.start() > 0 && "不没".indexOf(text.charAt(marker.start() - 1)) >= 0;
            int before = reading.found().size();
            reading.comparedWith(
                    marker.start(), from, named.end(), outcome(named.polarity(), denied), behind(reading, named));
            refused |= reading.found().size() == before && Names.isNothingSold(text.substring(from, named.end()));
        } while (marker.find());
        return refused;
    }

    void notAs(Reading reading) {
        Matcher marker = reading.first(NOT_AS);
        if (marker == null) return;
        do {
            int from = marker.end();
            boolean lacks = marker.group().contains("没") || marker.group().endsWith("不像");
            Named named = named(reading, from);
            if (named == null && !lacks) named = new Named(reading.reach(from), Polarity.NEUTRAL);
            if (named == null || reading.text().startsWith("不", from) || (lacks && isMissing(reading, from, named)))
                continue;
            boolean doubted = DOUBTED.matcher(reading.text())
                    .region(reading.clause().start(), marker.start())
                    .find();
            Outcome outcome = doubted ? Outcome.TIE : Outcome.LOSE;
            reading.comparedWith(marker.start(), from, named.end(), outcome, behind(reading, named));
        } while (marker.find());
    }

    private @Nullable Named named(Reading reading, int from) {
        return Named.from(reading, from, reading.reach(from), predicates);
    }

    /** 没有异味好闻, 没放盐好吃, 没有比它差的: what is missing is no rival. */
    private boolean isMissing(Reading reading, int from, Named named) {
        return named.polarity() == Polarity.NEGATIVE
                || reading.text().startsWith("比", from)
                || isVerb(reading, from)
                || predicates.isAboutTopic(reading.text(), from, named.end());
    }

    private static boolean isVerb(Reading reading, int at) {
        for (Token token : reading.draft().tokens) {
            if (token.start() == at) return VERBAL.indexOf(token.nature().charAt(0)) >= 0;
        }
        return false;
    }

    private static Stretch behind(Reading reading, Named named) {
        return new Stretch(named.end(), reading.clause().end());
    }

    private static @Nullable Outcome outcome(Polarity polarity, boolean denied) {
        return switch (polarity) {
            case POSITIVE -> denied ? Outcome.LOSE : Outcome.WIN;
            case NEGATIVE -> denied ? Outcome.TIE : Outcome.LOSE;
            case NEUTRAL -> denied ? Outcome.LOSE : null;
        };
    }
}
