package huisheng.channel;

/** Titles are part of what a customer says. */
final class Titles {
    private Titles() {}

    static String joined(String title, String body) {
        if (title.isEmpty() || body.startsWith(title)) return body;
        String both = body.isEmpty() ? title : title + "\n" + body;
        return both.length() > ReviewLimits.TEXT ? body : both;
    }
}
