package huisheng.analysis.english;

import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.RiskCue;
import huisheng.analysis.pack.Target;
import huisheng.review.Labelled;
import huisheng.review.Polarity;
import huisheng.review.RiskType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The English words that judge, name what is judged or turn a judgement, with those of the pack. Immutable once read. */
final class EnglishLexicon {
    /** The share of a full judgement that one word of the lexicon is. */
    private static final double STRENGTH = 0.8;

    final PhraseTable<Cue> cues = new PhraseTable<>();
    final PhraseTable<Target> targets = new PhraseTable<>();
    final PhraseTable<RiskCue> risks = new PhraseTable<>();
    /** Phrases that tell of a danger by themselves, whatever the model makes of the text. */
    final PhraseTable<RiskCue> charges = new PhraseTable<>();

    final PhraseTable<Mark> negators = new PhraseTable<>();
    final PhraseTable<Mark> marks = new PhraseTable<>();

    /** What a phrase does to the text around it. */
    enum Mark {
        NEGATOR,
        CONTRAST,
        HEDGE,
        WISH,
        CHURN,
        REPURCHASE,
        RECOMMEND,
        WARN
    }

    private EnglishLexicon() {}

    /**
     * The pack's English words come first: what a company says of its words holds.
     *
     * @throws IOException naming file, line and reason
     */
    static EnglishLexicon read(Path file, Pack pack) throws IOException {
        EnglishLexicon lexicon = new EnglishLexicon();
        pack.cues().forEach((word, cue) -> {
            if (isEnglish(word)) lexicon.cues.add(word, cue);
        });
        pack.targets().forEach((word, target) -> {
            if (isEnglish(word)) lexicon.targets.add(word, target);
        });
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) lexicon.add(file, "line " + number, line.split("\t", -1));
        }
        return lexicon;
    }

    private static boolean isEnglish(String word) {
        return word.chars().allMatch(c -> c < 128) && word.chars().anyMatch(Character::isLetter);
    }

    private void add(Path file, String place, String[] fields) throws IOException {
        if (fields.length != 4) throw new IOException(file + ", " + place + ": needs 4 columns parted by tabs");
        String aspect = fields[2].equals("-") ? null : fields[2];
        for (String entry : fields[3].strip().split(" +", -1)) {
            String phrase = entry.replace('_', ' ');
            try {
                add(fields[0], fields[1], aspect, phrase);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", " + place + ": " + e.getMessage(), e);
            }
        }
    }

    private void add(String kind, String value, @Nullable String aspect, String phrase) {
        switch (kind) {
            case "cue", "fact" ->
                cues.add(phrase, new Cue(aspect, Labelled.of(Polarity.class, value), STRENGTH, kind.equals("fact")));
            case "target" -> {
                if (aspect == null) throw new IllegalArgumentException("a target needs an aspect");
                targets.add(phrase, new Target(aspect, false));
            }
            case "risk" -> risks.add(phrase, riskCue(value));
            case "charge" -> charges.add(phrase, riskCue(value));
            case "negator" -> negators.add(phrase, Mark.NEGATOR);
            default -> marks.add(phrase, Mark.valueOf(kind.toUpperCase(Locale.ROOT)));
        }
    }

    private static RiskCue riskCue(String value) {
        String[] parts = value.split("/", 2);
        if (parts.length != 2) throw new IllegalArgumentException(value + " is no type/severity");
        return new RiskCue(Labelled.of(RiskType.class, parts[0]), Integer.parseInt(parts[1]));
    }
}
