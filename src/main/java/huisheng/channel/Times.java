package huisheng.channel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as channels write them. A time without a zone is Chinese time. */
final class Times {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Pattern EPOCH = Pattern.compile("-?[0-9]{9,16}(?:\\.[0-9]{1,9})?");
    private static final long FIRST_MILLIS = 100_000_000_000L;
    private static final long FIRST_MICROS = 100_000_000_000_000L;

    private static final List<DateTimeFormatter> FORMATS = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            pattern("yyyy-M-d[ ]['T']H:m[:s][[.][,][SSSSSSSSS][SSSSSS][SSS][SS][S]][ ][XXX][XX][X][VV]"),
            pattern("yyyy/M/d[ H:m[:s]]"),
            pattern("yyyy.M.d[ H:m[:s]]"),
            pattern("yyyy年M月d日[ ][H:m[:s]][H时m分[s秒]]"),
            pattern("EEE MMM dd HH:mm:ss Z yyyy"),
            pattern("yyyy-M-d"),
            pattern("yyyyMMdd"));
    private static final DateTimeFormatter COMPACT = pattern("yyyyMMddHHmmss");

    private Times() {}

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** Null where the value is no time. */
    static @Nullable Instant read(String value) {
        if (EPOCH.matcher(value).matches()) {
            Instant date = value.length() == 14 && value.startsWith("20") ? read(value, COMPACT) : null;
            return date == null ? epoch(value) : date;
        }
        for (DateTimeFormatter format : FORMATS) {
            Instant time = read(value, format);
            if (time != null) return time;
        }
        return null;
    }

    /** Null where the value does not fit the format. */
    static @Nullable Instant read(String value, DateTimeFormatter format) {
        try {
            TemporalAccessor read = format.parseBest(value, Times::zoned, LocalDateTime::from, LocalDate::from);
            if (read instanceof Instant instant) return instant;
            if (read instanceof LocalDateTime local) return local.atZone(CHINA).toInstant();
            return ((LocalDate) read).atStartOfDay(CHINA).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Instant zoned(TemporalAccessor read) {
        ZoneId zone = ZoneId.from(read);
        return LocalDateTime.from(read).atZone(zone).toInstant();
    }

    /** ISO-8601 with a zone and nothing else; null for the rest. */
    static @Nullable Instant readStrict(String value) {
        try {
            if (isUsual(value)) return readUsual(value);
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** 2026-11-01T08:00:00Z or 2026-11-01T08:00:00+08:00, as machines write it. */
    private static boolean isUsual(String value) {
        String shape = value.endsWith("Z") ? "0000-00-00T00:00:00Z" : "0000-00-00T00:00:00+00:00";
        if (value.length() != shape.length()) return false;
        for (int i = 0; i < shape.length(); i++) {
            char c = value.charAt(i);
            char wanted = shape.charAt(i);
            boolean fits = wanted == '0' ? c >= '0' && c <= '9' : c == wanted || (wanted == '+' && c == '-');
            if (!fits) return false;
        }
        return true;
    }

    /** The general parser costs as much as masking a whole review does. */
    private static Instant readUsual(String value) {
        LocalDateTime local = LocalDateTime.of(
                number(value, 0, 4),
                number(value, 5, 2),
                number(value, 8, 2),
                number(value, 11, 2),
                number(value, 14, 2),
                number(value, 17, 2));
        if (value.endsWith("Z")) return local.toInstant(ZoneOffset.UTC);
        int sign = value.charAt(19) == '-' ? -1 : 1;
        return local.toInstant(ZoneOffset.ofHoursMinutes(sign * number(value, 20, 2), sign * number(value, 23, 2)));
    }

    private static int number(String value, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) number = number * 10 + value.charAt(i) - '0';
        return number;
    }

    private static @Nullable Instant epoch(String value) {
        int dot = value.indexOf('.');
        long whole = Long.parseLong(dot < 0 ? value : value.substring(0, dot));
        if (Math.abs(whole) < FIRST_MILLIS) return Instant.ofEpochSecond(whole);
        if (Math.abs(whole) < FIRST_MICROS) return Instant.ofEpochMilli(whole);
        return Instant.ofEpochMilli(whole / 1000);
    }
}
