package huisheng.insight;

import huisheng.insight.ask.Asked;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.util.ArrayList;
import java.util.List;

/** Selections by any of several values, within the length that a text of the search language may have. */
final class AnyOf {
    private static final int MAX_QUERY = 1000;
    /** Brackets and the operator that tie it to the query there is. */
    private static final int TIES = 12;

    private static final int MAX_CONDITIONS = 20;
    private static final String OR = " OR ";
    private static final String QUOTES = "\"“”＂";

    private AnyOf() {}

    /** Has the value in the dimension; blank where the search language cannot say it. */
    static String condition(Dimension dimension, String value) {
        boolean sayable = !value.isBlank() && value.chars().noneMatch(c -> QUOTES.indexOf(c) >= 0);
        return sayable ? dimension.key() + ":\"" + value + "\"" : "";
    }

    /**
     * @param conditions the most important first; those for which there is no room are left out
     * @return the selection as it is where there is no condition
     */
    static Selection of(Selection selection, List<String> conditions) {
        int room = MAX_QUERY - TIES - selection.filter().query().length();
        List<String> some = new ArrayList<>();
        for (String condition : conditions) {
            if (condition.isBlank() || condition.length() > room || some.contains(condition)) continue;
            if (some.size() == MAX_CONDITIONS) break;
            some.add(condition);
            room -= condition.length() + OR.length();
        }
        return Asked.and(selection, String.join(OR, some));
    }
}
