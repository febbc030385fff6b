package huisheng.analysis.text;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTML that shops leave in review texts: character entities and line breaks. */
final class Entities {
    private static final int MAX_LENGTH = 24;
    private static final Map<String, String> NAMED = Map.ofEntries(
            entry("hellip", "…"),
            entry("amp", "&"),
            entry("lt", "<"),
            entry("gt", ">"),
            entry("quot", "\""),
            entry("apos", "'"),
            entry("nbsp", " "),
            entry("ensp", " "),
            entry("emsp", " "),
            entry("thinsp", " "),
            entry("ldquo", "“"),
            entry("rdquo", "”"),
            entry("lsquo", "‘"),
            entry("rsquo", "’"),
            entry("mdash", "—"),
            entry("ndash", "–"),
            entry("middot", "·"),
            entry("bull", "•"),
            entry("yen", "¥"),
            entry("times", "×"),
            entry("deg", "°"),
            entry("plusmn", "±"),
            entry("frac12", "½"),
            entry("copy", "©"),
            entry("reg", "®"),
            entry("trade", "™"),
            entry("hearts", "♥"),
            entry("star", "☆"),
            entry("zwj", ""),
            entry("zwnj", ""));

    /**
     * @param end one past the last character of the original
     * @param text what it stands for
     */
    record Entity(int end, String text) {}

    private Entities() {}

    /** The entity that starts here, or null. */
    static @Nullable Entity at(String text, int start) {
        char first = text.charAt(start);
        if (first == '<') return lineBreak(text, start);
        if (first != '&') return null;
        int name = start + 1;
        // twice-escaped text, as exports of exports have it
        while (text.startsWith("amp;", name) && name + 4 < text.length() && entityAt(text, name + 4) != null) name += 4;
        return entityAt(text, name);
    }

    private static @Nullable Entity entityAt(String text, int name) {
        int limit = Math.min(text.length(), name + MAX_LENGTH);
        int end = name;
        while (end < limit && isNameChar(text.charAt(end))) end++;
        if (end == name || end >= text.length() || text.charAt(end) != ';') return null;
        String body = text.substring(name, end);
        String plain = body.charAt(0) == '#' ? numbered(body) : NAMED.get(body);
        return plain == null ? null : new Entity(end + 1, plain);
    }

    private static boolean isNameChar(char c) {
        return c == '#' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private static @Nullable String numbered(String body) {
        boolean hex = body.length() > 1 && (body.charAt(1) == 'x' || body.charAt(1) == 'X');
        String digits = body.substring(hex ? 2 : 1);
        if (digits.isEmpty() || digits.length() > 7) return null;
        try {
            int codePoint = Integer.parseInt(digits, hex ? 16 : 10);
            boolean character = Character.isValidCodePoint(codePoint)
                    && codePoint >= ' '
                    && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
            return character ? Character.toString(codePoint) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Entity lineBreak(String text, int start) {
        if (!text.regionMatches(true, start, "<br", 0, 3)) return null;
        int end = start + 3;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '/')) end++;
        return end < text.length() && text.charAt(end) == '>' ? new Entity(end + 1, "\n") : null;
    }
}
