package huisheng.store;

import org.jspecify.annotations.Nullable;

/** Characters that PostgreSQL cannot hold, NUL and halves of surrogate pairs, become U+FFFD: offsets stay. */
final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    static @Nullable String storableOrNull(@Nullable String text) {
        return text == null ? null : storable(text);
    }

    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!fits(text, i)) return replaced(text);
        }
        return text;
    }

    private static boolean fits(String text, int at) {
        char c = text.charAt(at);
        if (c == 0) return false;
        if (!Character.isSurrogate(c)) return true;
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String replaced(String text) {
        StringBuilder fitting = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) fitting.append(fits(text, i) ? text.charAt(i) : REPLACEMENT);
        return fitting.toString();
    }
}
