package huisheng.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** What a review may hold, whatever its channel. */
public final class ReviewLimits {
    public static final int TEXT = 20_000;
    public static final int ID = 200;
    public static final int NAME = 200;
    public static final int PRODUCT_NAME = 500;
    public static final int URL = 2_000;
    public static final int ATTRIBUTES = 50;
    public static final int ATTRIBUTE_KEY = 100;
    public static final int ATTRIBUTE = 1_000;
    public static final int MAX_RATING = 5;
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    /** Clocks of channels run ahead, days do not. */
    public static final Duration AHEAD = Duration.ofHours(24);

    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private ReviewLimits() {}

    static String text(String value, int longest, String pointer) {
        if (value.length() > longest) {
            throw new Rejected(
                    pointer,
                    "too-long",
                    "长度 " + value.length() + " 超过上限 " + longest + " 个字符",
                    value.length() + " characters, more than the " + longest + " allowed");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) i += check(value.codePointAt(i), pointer);
        }
        return value;
    }

    /** Pairs arrive as one code point, so a surrogate here stands alone. @return how many characters to step over */
    private static int check(int point, String pointer) {
        if (point == 0) throw new Rejected(pointer, "nul", "含有 NUL 字符", "there is a NUL character");
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new Rejected(pointer, "lone-surrogate", "含有不成对的代理项", "there is a lone surrogate");
        }
        return Character.charCount(point) - 1;
    }

    static Instant writtenAt(Instant value, Instant now, String pointer) {
        if (value.isBefore(EARLIEST)) {
            throw new Rejected(pointer, "too-early", "时间早于 2000 年", "the time is before the year 2000");
        }
        if (value.isAfter(now.plus(AHEAD))) {
            throw new Rejected(pointer, "in-future", "时间在未来 24 小时之后", "the time is more than 24 hours in the future");
        }
        return value;
    }

    static int rating(int value, String pointer) {
        if (value >= 1 && value <= MAX_RATING) return value;
        throw new Rejected(pointer, "out-of-range", "评分须为 1 到 5", "a rating is 1 to 5");
    }

    static int count(long value, String pointer) {
        if (value >= 0 && value <= Integer.MAX_VALUE) return (int) value;
        throw new Rejected(pointer, "out-of-range", "数量须为 0 到 2147483647", "a count is 0 to 2147483647");
    }

    static String channel(String value, String pointer) {
        if (CHANNEL.matcher(value).matches()) return value;
        throw new Rejected(
                pointer, "bad-channel", "渠道名只能是 1 到 40 个小写字母、数字或连字符", "a channel is 1 to 40 of a-z, 0-9 and -");
    }

    static String language(String value, String pointer) {
        if (LANGUAGE.matcher(value).matches()) return value;
        throw new Rejected(pointer, "bad-language", "语言须形如 zh-Hans", "a language looks like zh-Hans");
    }

    static String url(String value, String pointer) {
        if (value.startsWith("https://") || value.startsWith("http://")) return value;
        throw new Rejected(pointer, "bad-url", "链接须以 http:// 或 https:// 开头", "a url starts with http:// or https://");
    }
}
