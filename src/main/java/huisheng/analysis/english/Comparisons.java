package huisheng.analysis.english;

import huisheng.review.Comparison;
import huisheng.review.Opinion;
import huisheng.review.Outcome;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells who the product is compared with, and how it fares. */
final class Comparisons {
    private static final String LABEL = "comparison";
    private static final String SIDE = "((?:[\\w'’.&/-]+ ){0,6}?[\\w'’.&/-]+)";
    private static final String STOP =
            "(?= (?:hands down|by a|any day|and|but|for|in every|does|did|do|ever|when|with|every|at)\\b|[,.;:!?]|$)";
    /** Ways to name the other side; the first that fits gives it. */
    private static final List<Pattern> FORMS = List.of(
            form(
                    "(?:than|beats|beat|compared (?:to|with)|unlike|outperforms|outclasses|prefer|as good as|same as|identical to"
                            + "|circles around|nothing on|stuck with|switch(?:ed|ing)? (?:back )?to|go(?:ing)? back to|miss|inferior to"
                            + "|superior to|next to|vs\\.?|versus|over|had better from|equal to|no match for|on par with) "
                            + SIDE + STOP),
            form("(?:as \\w+ as|every bit as \\w+ as|not as \\w+ as|nowhere near as \\w+ as) " + SIDE + STOP),
            form("(?:half|twice|double|a third of) the (?:price|cost|size) of " + SIDE + STOP),
            form(
                    "(?:^|[,.;] )((?:my|the|our|his|her) (?:old|previous|last|other|former|original|cheap(?:er)?|supermarket|first)(?: [\\w'’-]+){0,3}?)"
                            + "(?= (?:is|was|were|had|has|did|does|still|never|lasted|cost|worked|works|held|holds|tastes?|sounds?)\\b|[,.;]|$)"),
            form("((?:my|the|our|his|her) (?:old|previous|last|other|former) [\\w'’-]+)"),
            form(
                    "^([\\w'’-]+(?: [\\w'’-]+){0,2}?) (?:is|was|are|still|does|did) (?:still |way |much |far |so much )?(?:better|cheaper|sweeter|softer|faster|louder|quieter|stronger)"));

    private static final Set<String> SELF = Set.of("it", "this", "this one", "that", "i", "these", "they", "expected");

    private final List<String> known;

    /** @param known names and aliases of the pack's competitors */
    Comparisons(List<String> known) {
        this.known = List.copyOf(known);
    }

    private static Pattern form(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    List<Comparison> in(Reading reading, List<Opinion> opinions) {
        if (!reading.holds(LABEL)) return List.of();
        String text = reading.text().text;
        int[] side = side(text);
        if (side == null) {
            EnglishText.Stretch clause = Opinions.trimmed(reading.text(), reading.evidence(LABEL));
            side = new int[] {reading.text().start(clause), reading.text().end(clause)};
        }
        String aspect = opinions.isEmpty() ? null : opinions.getFirst().aspect();
        return List.of(new Comparison(text.substring(side[0], side[1]), aspect, outcome(reading), side[0], side[1]));
    }

    private int @Nullable [] side(String text) {
        for (String name : known) {
            int at = text.indexOf(name);
            if (at >= 0) return new int[] {at, at + name.length()};
        }
        // the forms are for sentences: a text of book length is read up to here
        String read = text.length() > 1_000 ? text.substring(0, 1_000) : text;
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(read);
            while (matcher.find()) {
                if (!SELF.contains(matcher.group(1).toLowerCase(java.util.Locale.ROOT))) {
                    return new int[] {matcher.start(1), matcher.end(1)};
                }
            }
        }
        return null;
    }

    private static Outcome outcome(Reading reading) {
        Outcome best = Outcome.TIE;
        double most = -1;
        for (Outcome outcome : Outcome.values()) {
            double probability = reading.probability("outcome:" + outcome.label());
            if (probability > most) {
                most = probability;
                best = outcome;
            }
        }
        return best;
    }
}
