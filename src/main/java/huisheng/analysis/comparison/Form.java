package huisheng.analysis.comparison;

import java.util.regex.Pattern;

/**
 * A construction as an expression, with the characters of which each of its matches holds one. It is tried only on clauses
 * that hold one: the expressions were most of what looking for comparisons costs.
 *
 * @param marks bits of {@link Marks}
 */
record Form(Pattern pattern, long marks) {
    /** @param marks of which every match holds one, all of them known to {@link Marks} */
    static Form of(String marks, String expression) {
        return new Form(Pattern.compile(expression), Marks.of(marks));
    }

    /** @param present {@link Marks} of the text that is to be searched */
    boolean mayMatch(long present) {
        return (marks & present) != 0;
    }
}
