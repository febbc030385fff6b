package huisheng.http;

import huisheng.index.Stop;
import huisheng.insight.ask.Question;
import huisheng.review.Selection;
import java.util.Map;

/**
 * An insight wanted.
 *
 * @param given the question's own parameters by name
 * @param stop true once nobody waits for the answer
 */
public record InsightQuestion(Question question, Selection selection, Map<String, String> given, Stop stop) {}
