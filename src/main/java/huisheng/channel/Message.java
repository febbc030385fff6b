package huisheng.channel;

import java.util.Locale;

/** A sentence in both languages of the product. */
public record Message(String zh, String en) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
