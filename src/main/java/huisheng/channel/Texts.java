package huisheng.channel;

import org.jspecify.annotations.Nullable;

/** Small readings that several platforms share. */
final class Texts {
    private Texts() {}

    /** The review's words, without entities and tags. */
    static String body(Fields item, String... names) {
        String text = item.text(ReviewLimits.TEXT, names);
        return text == null ? "" : PlainText.fromHtml(text);
    }

    /** A nickname names one person only where nothing of it is starred out. */
    static @Nullable String whole(@Nullable String nickname) {
        return nickname == null || nickname.contains("*") || nickname.contains("匿名") ? null : nickname;
    }

    /** "颜色:黑色; 尺码:XL" as attributes. */
    static void specs(ReviewForm form, @Nullable String specs) {
        if (specs == null) return;
        for (String part : specs.split("[;；\n]", -1)) {
            int colon = part.indexOf(':') >= 0 ? part.indexOf(':') : part.indexOf('：');
            if (colon > 0)
                form.keep(
                        part.substring(0, colon).strip(),
                        part.substring(colon + 1).strip());
            else form.keep("spec", part.strip());
        }
    }

    static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
