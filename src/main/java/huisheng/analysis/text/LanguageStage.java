package huisheng.analysis.text;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language from the masked text, where traditional characters still are. Chinese with English words in it is
 * Chinese.
 */
public final class LanguageStage implements Stage {
    public static final String SIMPLIFIED = "zh-Hans";
    public static final String TRADITIONAL = "zh-Hant";
    public static final String ENGLISH = "en";
    public static final String OTHER = "other";

    /** Letters that stand for Chinese words in Chinese chat. */
    private static final Set<String> CHINESE_LETTERS =
            Set.of("yyds", "xswl", "nb", "nbnb", "zqsg", "awsl", "plmm", "dbq", "tql", "nsdd", "hhh", "hhhh", "hhhhh");

    private static final Set<String> FOREIGN_WORDS = Set.of(
            "und", "der", "die", "das", "ist", "nicht", "sehr", "ich", "le", "la", "les", "est", "très", "et", "une",
            "pas", "je", "el", "los", "las", "muy", "es", "con", "una", "por", "che", "il", "di", "molto", "não",
            "muito", "bom", "rất", "và", "tốt", "dan", "yang", "tidak");

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.NORMALISED);
    }

    @Override
    public Layer adds() {
        return Layer.LANGUAGE;
    }

    @Override
    public void annotate(Draft draft) {
        draft.language = of(draft.request().text(), draft.normalised);
    }

    static @Nullable String of(String original, String normalised) {
        Letters letters = Letters.count(normalised);
        if (letters.kana() > letters.han() / 4) return OTHER;
        if (letters.han() > 0 && letters.han() * 3 >= letters.latinWords() && letters.han() >= letters.others()) {
            return isTraditional(original) ? TRADITIONAL : SIMPLIFIED;
        }
        if (letters.others() > letters.latin()) return OTHER;
        return letters.latin() == 0 ? null : latin(normalised);
    }

    private static String latin(String text) {
        int foreign = 0;
        int accented = 0;
        int words = 0;
        for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}']+", 2_000)) {
            if (word.isEmpty()) continue;
            words++;
            if (words == 1 && CHINESE_LETTERS.contains(word)) return SIMPLIFIED;
            if (FOREIGN_WORDS.contains(word)) foreign++;
            if (word.chars().anyMatch(c -> c > 127)) accented++;
        }
        return (foreign + accented) * 5 > words ? OTHER : ENGLISH;
    }

    private static boolean isTraditional(String text) {
        int traditional = 0;
        int simplified = 0;
        int length = Math.min(text.length(), Normalisation.MAX_LENGTH);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x3400 || c > 0x9fff) continue;
            if (CharFolding.simplify(c) != c) traditional++;
            else if (CharFolding.isOnlySimplified(c)) simplified++;
        }
        return traditional > simplified;
    }

    private record Letters(int han, int kana, int latin, int latinWords, int others) {
        static Letters count(String text) {
            int han = 0;
            int kana = 0;
            int latin = 0;
            int words = 0;
            int others = 0;
            boolean inWord = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean latinLetter = isLatin(c);
                if (latinLetter) {
                    latin++;
                    if (!inWord) words++;
                } else if (c >= 0x3400 && c <= 0x9fff) {
                    han++;
                } else if (c >= 0x3041 && c <= 0x30fa) {
                    kana++;
                } else if (Character.isLetter(c)) {
                    others++;
                }
                inWord = latinLetter || (inWord && c == '\'');
            }
            return new Letters(han, kana, latin, words, others);
        }

        private static boolean isLatin(char c) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7)
                    || (c >= 0x1e00 && c <= 0x1eff);
        }
    }
}
