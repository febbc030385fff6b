package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.IntentType;
import huisheng.review.Labelled;
import huisheng.review.NoiseType;
import huisheng.review.Polarity;
import huisheng.review.ReviewKind;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a single term of a query means. */
final class QueryTerms {
    private static final String LIKES = "likes";
    private static final int MIN_PREFIX = 2;

    private QueryTerms() {}

    static QueryNode phrase(String text, int position) {
        List<Unit> units = Unit.of(text);
        if (units.isEmpty())
            throw new QueryException(
                    "没有可以检索的文字、字母或数字", "there is no letter, digit or character to search for", position);
        return new QueryNode.Phrase(units, false);
    }

    static QueryNode word(String word, int position) {
        int star = word.indexOf('*');
        if (star < 0) return phrase(word, position);
        if (star < word.length() - 1) {
            throw new QueryException(
                    "“*” 只能放在词尾；要检索这个符号请加引号", "'*' may only end a word; quote it to mean the sign", position + star);
        }
        QueryNode.Phrase phrase = (QueryNode.Phrase) phrase(word.substring(0, star), position);
        // a run of Chinese characters is found wherever it stands, so a star after it says nothing new
        if (phrase.units().getLast().character()) return phrase;
        if (phrase.units().size() > 1)
            throw new QueryException("“*” 只能跟在单个词之后", "'*' may only follow a single word", position + star);
        if (phrase.units().getFirst().term().length() < MIN_PREFIX) {
            throw new QueryException(
                    "“*” 前至少要有 " + MIN_PREFIX + " 个字母",
                    "'*' needs " + MIN_PREFIX + " letters before it",
                    position + star);
        }
        return new QueryNode.Phrase(phrase.units(), true);
    }

    static QueryNode field(String name, String value, int position, int valuePosition) {
        if (name.equalsIgnoreCase(LIKES)) return likes(value, valuePosition);
        Dimension dimension = dimension(name, position);
        try {
            return switch (dimension) {
                case RATING -> rating(value, valuePosition);
                case ASPECT -> aspect(value);
                case SENTIMENT -> label(dimension, SentimentLabel.class, value);
                case KIND -> label(dimension, ReviewKind.class, value);
                case NOISE -> label(dimension, NoiseType.class, value);
                case INTENT -> label(dimension, IntentType.class, value);
                case RISK -> label(dimension, RiskType.class, value);
                default -> new QueryNode.Is(dimension, Set.of(value));
            };
        } catch (QueryException e) {
            throw e;
        } catch (Fault e) {
            throw new QueryException(e.in(Locale.CHINESE), e.in(Locale.ENGLISH), valuePosition);
        }
    }

    private static Dimension dimension(String name, int position) {
        Optional<Dimension> dimension = Arrays.stream(Dimension.values())
                .filter(candidate -> candidate.key().equalsIgnoreCase(name))
                .filter(Fields::counted)
                .findFirst();
        return dimension.orElseThrow(() -> new QueryException(
                "没有字段 “" + name + "”；可用的字段是 " + names() + "（如果是正文，请加引号）",
                "there is no field '" + name + "'; the fields are " + names() + " (quote the term if it is text)",
                position));
    }

    private static String names() {
        return Arrays.stream(Dimension.values())
                        .filter(Fields::counted)
                        .map(Dimension::key)
                        .collect(Collectors.joining(", "))
                + ", "
                + LIKES;
    }

    private static <E extends Enum<E> & Labelled> QueryNode label(Dimension dimension, Class<E> type, String value) {
        return new QueryNode.Is(dimension, Set.of(Labelled.of(type, value).label()));
    }

    /** {@code packaging} or {@code packaging:negative}. */
    private static QueryNode aspect(String value) {
        int colon = Math.max(value.indexOf(':'), value.indexOf('：'));
        if (colon < 0) return new QueryNode.Is(Dimension.ASPECT, Set.of(value));
        Polarity polarity = Labelled.of(Polarity.class, value.substring(colon + 1));
        return new QueryNode.Is(Dimension.ASPECT_POLARITY, Set.of(value.substring(0, colon) + ":" + polarity.label()));
    }

    private static QueryNode rating(String value, int position) {
        long[] range = range(value, position, 1, 5);
        return new QueryNode.Is(
                Dimension.RATING,
                IntStream.rangeClosed((int) range[0], (int) range[1])
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toSet()));
    }

    private static QueryNode likes(String value, int position) {
        long[] range = range(value, position, 0, Integer.MAX_VALUE);
        return new QueryNode.Likes(range[0], range[1]);
    }

    /** {@code 3}, {@code 1..2}, {@code 2..} or {@code ..2}, both ends included. */
    private static long[] range(String value, int position, long min, long max) {
        int dots = value.indexOf("..");
        long from = dots == 0 ? min : number(dots < 0 ? value : value.substring(0, dots), position, min, max);
        long to = dots < 0
                ? from
                : dots + 2 == value.length() ? max : number(value.substring(dots + 2), position, min, max);
        if (from > to)
            throw new QueryException(
                    "范围 " + value + " 的终点小于起点", "the range " + value + " ends before it begins", position);
        return new long[] {from, to};
    }

    private static long number(String digits, int position, long min, long max) {
        boolean plain =
                !digits.isEmpty() && digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = plain ? Long.parseLong(digits) : -1;
        if (number < min || number > max) {
            throw new QueryException(
                    "这里应当是 " + min + " 到 " + max + " 的数字",
                    "a number from " + min + " to " + max + " is needed here",
                    position);
        }
        return number;
    }
}
