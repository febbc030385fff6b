package huisheng.analysis.opinion;

import huisheng.analysis.pack.Operator;
import java.util.regex.Pattern;

/** In what spirit a clause is said: only a statement, or a question that is none, holds an opinion. */
enum Mood {
    STATEMENT,
    /** Asks, but means the contrary: 难道不香吗. */
    RHETORICAL,
    QUESTION,
    WISH,
    /** Said of another shop or product. */
    ELSEWHERE;

    private static final Pattern COMPARED = Pattern.compile("(比|甩|吊打|秒杀|胜过|超过|和|跟|没试过).{0,2}$");

    static Mood of(ClauseWords words) {
        if (words.has(Operator.ASK)) {
            return QUESTION;
        }
        if (asks(words)) {
            return question(words);
        }
        if (words.has(Operator.WISH)) {
            return WISH;
        }
        return isElsewhere(words) ? ELSEWHERE : STATEMENT;
    }

    private static Mood question(ClauseWords words) {
        if (words.has(Operator.KEEP)) {
            return STATEMENT;
        }
        boolean negatedQuestion = endsWith(words, '吗') && words.has(Operator.NEGATOR);
        return words.has(Operator.RHETORICAL) || negatedQuestion ? RHETORICAL : QUESTION;
    }

    private static boolean asks(ClauseWords words) {
        char closing = words.clause.closing();
        return closing == '？' || closing == '?' || endsWith(words, '吗');
    }

    private static boolean endsWith(ClauseWords words, char last) {
        int end = words.clause.end();
        while (end > words.clause.start() && "？? ".indexOf(words.text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > words.clause.start() && words.text.charAt(end - 1) == last;
    }

    /** 比别家好 speaks of this shop, 别家好 of the other. */
    private static boolean isElsewhere(ClauseWords words) {
        Hit other = words.first(Operator.ELSEWHERE);
        if (other == null) {
            return false;
        }
        String before = words.text.substring(words.clause.start(), other.start());
        return !COMPARED.matcher(before).find();
    }
}
