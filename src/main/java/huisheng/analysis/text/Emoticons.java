package huisheng.analysis.text;

/** Finds emoji sequences and bracketed emoticons such as {@code [doge]}, each of which is one token. */
final class Emoticons {
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int VARIATION_SELECTOR = 0xfe0f;
    private static final int KEYCAP = 0x20e3;
    private static final int MAX_BRACKETED = 8;

    private Emoticons() {}

    /** One past the emoticon that starts here, or {@code start} where none does. */
    static int endAt(String text, int start) {
        char c = text.charAt(start);
        if (c == '[') return bracketed(text, start);
        if (c < 0x203c) return start;
        int codePoint = text.codePointAt(start);
        if (!isEmoji(codePoint)) return start;
        int end = start + Character.charCount(codePoint);
        if (isFlag(codePoint)) return end < text.length() && isFlag(text.codePointAt(end)) ? end + 2 : end;
        return sequence(text, end);
    }

    private static int sequence(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int next = text.codePointAt(end);
            if (next == VARIATION_SELECTOR || next == KEYCAP || isSkin(next)) {
                end += Character.charCount(next);
            } else if (next == ZERO_WIDTH_JOINER && end + 1 < text.length() && isEmoji(text.codePointAt(end + 1))) {
                end += 1 + Character.charCount(text.codePointAt(end + 1));
            } else {
                break;
            }
        }
        return end;
    }

    /** Platforms write emoticons as one short word: letters or Han, nothing else. */
    private static int bracketed(String text, int start) {
        int end = start + 1;
        int limit = Math.min(text.length(), start + 1 + MAX_BRACKETED);
        while (end < limit && Character.isLetter(text.charAt(end))) end++;
        return end > start + 1 && end < text.length() && text.charAt(end) == ']' ? end + 1 : start;
    }

    static boolean isEmoji(int c) {
        return (c >= 0x1f000 && c <= 0x1faff)
                || (c >= 0x2600 && c <= 0x27bf)
                || (c >= 0x2b05 && c <= 0x2b55)
                || c == 0x203c
                || c == 0x2049
                || c == 0x231a
                || c == 0x231b
                || (c >= 0x23e9 && c <= 0x23fa)
                || c == 0x3030
                || c == 0x303d;
    }

    private static boolean isFlag(int c) {
        return c >= 0x1f1e6 && c <= 0x1f1ff;
    }

    private static boolean isSkin(int c) {
        return c >= 0x1f3fb && c <= 0x1f3ff;
    }
}
