package huisheng.alert;

import huisheng.index.Interval;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people in China read them. */
public final class Times {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Times() {}

    public static String told(Instant time) {
        return MINUTES.format(time.atZone(Interval.ZONE));
    }
}
