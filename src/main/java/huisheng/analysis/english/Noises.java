package huisheng.analysis.english;

import huisheng.review.NoiseType;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells texts that the system put in, that were typed to fill the box, that fit every product, that sell something else. */
final class Noises {
    private static final Pattern ADVERT = Pattern.compile("(?i)\\b(?:dm|pm|message|text|whatsapp|contact) (?:me|us) "
            + "|\\bdm me\\b|\\bmessage me\\b|link (?:in|on) (?:my |the )?(?:bio|page|profile)|(?:visit|check|see|follow) (?:out )?my"
            + " (?:profile|shop|store|page|group|channel|site)|\\bjoin (?:our|my) group|cheap followers|want followers"
            + "|\\bearn \\$?\\d+|work from home|factory direct|wholesale (?:price|catalog)|buying used");
    private static final Pattern FILLER = Pattern.compile(
            "(?i)\\b(?:lorem ipsum|blah blah|test test)\\b"
                    + "|(?:need|minimum|typing|type|\\d+|fifteen|twenty|fifty|enough) (?:of )?(?:random |more )?(?:characters|words|letters)\\b");
    /** Praise that fits every product. */
    private static final Pattern SET_PHRASE = Pattern.compile(
            "(?i)(?:fast|quick|prompt) (?:shipping|delivery|dispatch)|(?:item |product )?as described|well packed"
                    + "|(?:great|good|excellent|nice|trusted) (?:seller|store|shop|ebayer|product|quality|price|service|item)"
                    + "|five stars|5 stars|\\ba\\+{2,}|\\ba{3,}\\+|highly recommended|will buy again|many thanks|thank you seller|arrived on time");

    private static final int SET_PHRASES = 3;
    private static final Pattern DEFAULT = Pattern.compile(
            "(?i)\\b(?:did not|didn't|has not|hasn't) (?:leave|write|left|written|provide) (?:a |any |an )?(?:comment|review|feedback|anything)"
                    + "|\\b(?:left|leaves) no (?:written )?(?:comment|review|feedback)|\\bno (?:written )?(?:review|comment)s?\\b(?: text)?(?: was| were)?(?: left| provided| given|[.]|$)"
                    + "|\\bonly left a rating|\\b(?:auto(?:matic(?:ally)?|-generated)|default|system) (?:positive |five.star |5.star )?(?:rating|review|feedback|submitted|confirmed)"
                    + "|(?:rating|review|feedback)s? (?:was |were )?(?:submitted|confirmed|given) (?:automatically|by (?:the )?system)");
    private static final Pattern KEYS = Pattern.compile(
            "(?i)^[^a-z]*(?:[asdfghjkl]{5,}|[qwertyuiop]{6,}|[zxcvbnm]{5,})(?:[^a-z]+[a-z]{1,8}){0,2}[^a-z]*$");
    private static final int LONGEST_PLAIN = 12;
    private static final int LONGEST_TEMPLATE = 24;

    private Noises() {}

    static Set<NoiseType> in(Reading reading) {
        Set<NoiseType> noise = EnumSet.noneOf(NoiseType.class);
        String text = reading.text().text;
        if (DEFAULT.matcher(text).find() && reading.text().words.size() <= LONGEST_PLAIN) noise.add(NoiseType.DEFAULT);
        if (noise.isEmpty() && isTyped(reading.text())) noise.add(NoiseType.FILLER);
        if (noise.isEmpty() && ADVERT.matcher(text).find()) noise.add(NoiseType.ADVERT);
        if (!noise.isEmpty()) return noise;
        boolean isShort = reading.text().words.size() <= LONGEST_TEMPLATE;
        if (isShort && SET_PHRASE.matcher(text).results().count() >= SET_PHRASES) noise.add(NoiseType.TEMPLATE);
        return noise;
    }

    /** A run along the keys, one letter over and over, one word over and over. */
    private static boolean isTyped(EnglishText text) {
        if (text.words.size() <= LONGEST_PLAIN && FILLER.matcher(text.text).find()) return true;
        if (text.words.size() <= LONGEST_PLAIN && KEYS.matcher(text.text).matches()) return !isWord(text);
        long letters = text.text.chars().filter(Character::isLetter).count();
        long distinct = text.text
                .toLowerCase(java.util.Locale.ROOT)
                .chars()
                .filter(Character::isLetter)
                .distinct()
                .count();
        if (letters >= 5 && distinct <= 2) return true;
        return text.words.size() >= 4
                && text.words.stream().map(Word::lower).distinct().count() == 1;
    }

    /** "Poor" and "were" are typed along one row of keys too. */
    private static boolean isWord(EnglishText text) {
        return !text.cues.isEmpty() || !text.targets.isEmpty();
    }
}
