package huisheng.alert.rule;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.review.Fault;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the parts of a rule must fulfil; each refusal names the field. */
final class Check {
    private static final int MAX_VALUE = 200;

    private Check() {}

    @CanIgnoreReturnValue
    static <T> T given(String field, @Nullable T value) {
        if (value == null) throw new Fault("缺少 " + field, field + " is missing");
        return value;
    }

    @CanIgnoreReturnValue
    static int range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Fault(
                    field + " 应是 " + least + " 到 " + most + " 的整数",
                    field + " must be a whole number from " + least + " to " + most);
        }
        return value;
    }

    @CanIgnoreReturnValue
    static double range(String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new Fault(
                    field + " 应在 " + least + " 到 " + most + " 之间", field + " must be from " + least + " to " + most);
        }
        return value;
    }

    @CanIgnoreReturnValue
    static Duration range(String field, @Nullable Duration value, Duration least, Duration most, Duration absent) {
        if (value == null) return absent;
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new Fault(
                    field + " 应在 " + least + " 到 " + most + " 之间", field + " must be from " + least + " to " + most);
        }
        return value;
    }

    @CanIgnoreReturnValue
    static String text(String field, @Nullable String value, int longest) {
        String text = given(field, value);
        if (text.isBlank()) throw new Fault(field + " 不能为空", field + " must not be empty");
        if (text.length() > longest) {
            throw new Fault(field + " 超过了 " + longest + " 个字符", field + " is longer than " + longest);
        }
        return text;
    }

    static void values(String field, Collection<@Nullable String> values, int most) {
        if (values.size() > most) throw new Fault(field + " 最多 " + most + " 个", field + " takes at most " + most);
        for (String value : values) text(field, value, MAX_VALUE);
    }

    static void that(boolean holds, String zh, String en) {
        if (!holds) throw new Fault(zh, en);
    }
}
