package huisheng.review;

import java.util.Locale;

/** A question that cannot be answered as it was put: the caller's fault, told to them in their language. */
public class Fault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String chinese;

    /** @param english the message, for logs too: no text of a review */
    public Fault(String chinese, String english) {
        super(english);
        this.chinese = chinese;
    }

    public final String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : String.valueOf(getMessage());
    }
}
