package huisheng.privacy;

/** Kinds of characters in folded text. */
final class Chars {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";
    private static final String SPOKEN = "洞幺两仨";
    private static final int[] SPOKEN_VALUES = {0, 1, 2, 3};

    /** One look-up instead of four searches, because every character of every review passes here. */
    private static final byte[] CHINESE = new byte[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c < CHINESE.length; c++) CHINESE[c] = (byte) readChinese((char) c);
    }

    private Chars() {}

    static char at(String text, int i) {
        return i >= 0 && i < text.length() ? text.charAt(i) : 0;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAlnum(char c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isHan(char c) {
        return (c >= '\u4E00' && c <= '\u9FFF') || c == '〇';
    }

    /** Value of a Chinese or circled digit, -1 for anything else. */
    static int chineseDigit(char c) {
        return CHINESE[c];
    }

    private static int readChinese(char c) {
        int value = NUMERALS.indexOf(c);
        if (value < 0) value = FORMAL.indexOf(c);
        if (value >= 0) return value;
        if (c >= '①' && c <= '⑨') return c - '①' + 1;
        if (c == '⓪' || c == '○') return 0;
        int spoken = SPOKEN.indexOf(c);
        return spoken < 0 ? -1 : SPOKEN_VALUES[spoken];
    }

    /** Whether somewhere at least so many letters, digits, dashes or underscores stand in a row. */
    static boolean hasRun(String text, int length) {
        int run = 0;
        for (int i = 0; i < text.length() && run < length; i++) {
            char c = text.charAt(i);
            run = isAlnum(c) || c == '-' || c == '_' ? run + 1 : 0;
        }
        return run >= length;
    }

    /** Value of a letter that is drawn like a digit, -1 for anything else. */
    static int lookAlike(char c) {
        return switch (c) {
            case 'O', 'o', 'О', 'о', 'Ο' -> 0;
            case 'l', 'I', '|' -> 1;
            case 'З', 'з' -> 3;
            case 'б' -> 6;
            default -> -1;
        };
    }

    /** Signs without width that hide between digits: joiners, variation selectors, the keycap. */
    static boolean isInvisible(char c) {
        return (c >= '\u200B' && c <= '\u200D') || c == '\u2060' || c == '\uFE0F' || c == '\u20E3' || c == '\uFEFF';
    }
}
