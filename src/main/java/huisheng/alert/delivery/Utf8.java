package huisheng.alert.delivery;

/** Texts whose room is told in bytes. */
final class Utf8 {
    private static final String CUT = "…";
    private static final int CUT_BYTES = 3;

    private Utf8() {}

    static int bytes(String text) {
        return text.codePoints().map(Utf8::bytes).sum();
    }

    /** The text, or as many whole characters of it as leave room for the sign that more was there. */
    static String cut(String text, int most) {
        if (bytes(text) <= most) return text;
        int used = CUT_BYTES;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += bytes(character);
            if (used > most) break;
            end += Character.charCount(character);
        }
        return text.substring(0, end) + CUT;
    }

    private static int bytes(int character) {
        if (character < 0x80) return 1;
        if (character < 0x800) return 2;
        // half a surrogate pair is written as one question mark
        if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) return 1;
        return character < 0x10000 ? 3 : 4;
    }
}
