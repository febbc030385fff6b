package huisheng.channel;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What channels wrap around words: entities, tags, emoticon pictures. */
final class PlainText {
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div)\\s*/?>");
    private static final Pattern PICTURE =
            Pattern.compile("(?i)<img\\s[^<>]{0,500}?alt=[\"']?(\\[[^\\]<>\"']{1,20}\\])[^<>]{0,500}>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,1000}>");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("hellip", "…"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("middot", "·"),
            Map.entry("times", "×"),
            Map.entry("yen", "¥"),
            Map.entry("deg", "°"),
            Map.entry("bull", "•"),
            Map.entry("copy", "©"),
            Map.entry("reg", "®"),
            Map.entry("trade", "™"),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("divide", "÷"));

    private PlainText() {}

    /** Without entities; {@code <} stays a sign. */
    static String decode(String text) {
        if (text.indexOf('&') < 0) return text;
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1), entity.group())));
    }

    /** Without tags and entities; a line break stays one and an emoticon picture becomes its name. */
    static String fromHtml(String html) {
        String text = html;
        if (text.indexOf('<') >= 0) {
            text = BREAK.matcher(text).replaceAll("\n");
            text = PICTURE.matcher(text).replaceAll("$1");
            text = TAG.matcher(text).replaceAll("");
        }
        return decode(text).strip();
    }

    private static String character(String name, String otherwise) {
        if (name.charAt(0) != '#') return NAMED.getOrDefault(name, otherwise);
        boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
        int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        boolean sign = Character.isValidCodePoint(point) && point != 0 && (point < 0xD800 || point > 0xDFFF);
        return sign ? Character.toString(point) : otherwise;
    }
}
