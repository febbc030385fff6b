package huisheng.http;

import huisheng.index.Interval;
import huisheng.review.Selection;
import java.util.List;

/** How often given terms are said. */
public record KeywordTrendQuestion(Selection selection, Interval interval, List<String> terms) {
    public KeywordTrendQuestion {
        terms = List.copyOf(terms);
    }
}
