package huisheng.index;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest piece of text that can be searched: one Chinese, Japanese or Korean character, one symbol such as an
 * emoji, or one run of letters or of digits. Its index in {@link #of} is its position.
 *
 * @param term folded: lower case, half width
 * @param start UTF-16 offset into the text as given; folding keeps every offset
 * @param character whether it is one character of a script without blanks
 * @param joined whether it directly follows another such character
 */
record Unit(String term, int start, int end, boolean character, boolean joined) {
    /** A longer run of letters is cut: the index refuses huge terms. */
    private static final int MAX_WORD = 64;

    static List<Unit> of(String text) {
        String folded = fold(text);
        List<Unit> units = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int codePoint = folded.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            Kind kind = Kind.of(codePoint);
            if (kind == Kind.LETTER || kind == Kind.DIGIT) end = endOfRun(folded, end, kind, at + MAX_WORD);
            if (kind != Kind.NONE) units.add(unit(folded, at, end, kind, units));
            at = end;
        }
        return units;
    }

    private static Unit unit(String folded, int start, int end, Kind kind, List<Unit> before) {
        boolean character = kind == Kind.CHARACTER;
        boolean joined = character && !before.isEmpty() && before.getLast().character && before.getLast().end == start;
        return new Unit(folded.substring(start, end), start, end, character, joined);
    }

    private static int endOfRun(String folded, int from, Kind kind, int limit) {
        int end = from;
        while (end < folded.length() && end < limit) {
            int codePoint = folded.codePointAt(end);
            if (Kind.of(codePoint) != kind) break;
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** Lower case and half width, character by character, so that offsets stay as they are. */
    static String fold(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c >= '\uFF01' && c <= '\uFF5E') c = (char) (c - 0xFEE0);
            chars[i] = Character.toLowerCase(c);
        }
        return new String(chars);
    }

    private enum Kind {
        NONE,
        LETTER,
        DIGIT,
        CHARACTER,
        SYMBOL;

        static Kind of(int codePoint) {
            if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) return CHARACTER;
            if (Character.isDigit(codePoint)) return DIGIT;
            if (Character.isIdeographic(codePoint)) return CHARACTER;
            if (Character.isLetter(codePoint)) return unspaced(codePoint) ? CHARACTER : LETTER;
            return Character.getType(codePoint) == Character.OTHER_SYMBOL ? SYMBOL : NONE;
        }

        private static boolean unspaced(int codePoint) {
            return switch (Character.UnicodeScript.of(codePoint)) {
                case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI -> true;
                default -> false;
            };
        }
    }
}
