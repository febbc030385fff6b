package huisheng.alert.delivery;

/**
 * The little Markdown that WeCom and DingTalk both show. What a customer wrote must not become a link, a mention of
 * everybody or a heading: signs with a meaning are replaced by their full-width twins.
 */
final class Markdown {
    private static final String SIGNS = "[]<>*_`#@\\!";
    private static final int TO_FULL_WIDTH = 0xFEE0;

    private Markdown() {}

    /**
     * Title, text and link.
     *
     * @param most bytes of UTF-8 altogether; the text gives way
     */
    static String of(Parcel parcel, int most) {
        String head = "**" + plain(Utf8.cut(parcel.title(), most / 4)) + "**\n\n";
        String foot = parcel.link().isEmpty() ? "" : "\n\n" + link(parcel);
        // beyond what the form allows a link is better left out than cut
        if (Utf8.bytes(foot) > most / 2) foot = "";
        return head + Utf8.cut(plain(parcel.text()), most - Utf8.bytes(head) - Utf8.bytes(foot)) + foot;
    }

    static String open(Parcel parcel) {
        return parcel.chinese() ? "查看" : "Open";
    }

    private static String link(Parcel parcel) {
        return "[" + open(parcel) + "](" + parcel.link().replace("(", "%28").replace(")", "%29") + ")";
    }

    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toCharArray()) plain.append(SIGNS.indexOf(c) < 0 ? c : (char) (c + TO_FULL_WIDTH));
        return plain.toString();
    }
}
