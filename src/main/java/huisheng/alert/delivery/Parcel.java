package huisheng.alert.delivery;

import java.time.Instant;
import java.util.Locale;

/**
 * A notice with all that is needed to send it.
 *
 * @param link to the thing, absolute; empty where the notice has none or the service no public address
 * @param now by the database's clock: signatures hold whatever this process believes
 */
record Parcel(Notice notice, String link, Address to, Locale language, Instant now) {
    String title() {
        return notice.title().in(language);
    }

    String text() {
        return notice.whole().in(language);
    }

    boolean chinese() {
        return language.getLanguage().equals("zh");
    }
}
