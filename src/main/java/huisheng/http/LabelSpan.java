package huisheng.http;

import org.jspecify.annotations.Nullable;

/** Where in the text a label stands: given by offsets, or by words that are looked for. */
record LabelSpan(int start, int end) {
    /**
     * Reads {@code start} and {@code end}, or finds the words.
     *
     * @param words of the label at {@code wordsAt}, null where it has none
     * @param whole whether a label without a place stands for the whole text; else that is a fault
     * @return null where there is a fault
     */
    static @Nullable LabelSpan of(
            LabelNode label, String text, LabelNode wordsAt, @Nullable String words, boolean whole) {
        if (label.at("start").given() || label.at("end").given()) return told(label, text, wordsAt, words);
        if (words != null) {
            int at = text.indexOf(words);
            if (at < 0) wordsAt.fault("label.absent");
            return at < 0 ? null : new LabelSpan(at, at + words.length());
        }
        if (!whole) label.fault("label.span");
        return whole ? new LabelSpan(0, text.length()) : null;
    }

    private static @Nullable LabelSpan told(LabelNode label, String text, LabelNode wordsAt, @Nullable String words) {
        Integer start = label.at("start").integer(0, Math.max(0, text.length() - 1));
        if (start == null) return null;
        Integer end = label.at("end").integer(start + 1, text.length());
        if (end == null) return null;
        if (words != null && !text.substring(start, end).equals(words)) {
            wordsAt.fault("label.elsewhere", start, end);
            return null;
        }
        return new LabelSpan(start, end);
    }
}
