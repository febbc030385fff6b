package huisheng.insight.change;

import java.util.Locale;

/** The same said in both languages of the product. */
public record Told(String zh, String en) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    static Told same(String text) {
        return new Told(text, text);
    }
}
