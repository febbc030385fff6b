package huisheng.insight.ask;

import java.util.Locale;

/** The same said in both languages of the product. */
public record Wording(String zh, String en) {
    /** What is written alike in both, such as a name. */
    public static Wording same(String text) {
        return new Wording(text, text);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
