package huisheng.insight;

import huisheng.insight.ask.Answer;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Receipt;
import java.util.List;
import java.util.Map;

/**
 * A question and its answer.
 *
 * @param asked the question's name and what it was told, defaults filled in where the period is concerned: put again, it
 *     is the same question
 * @param answer see the question
 * @param findings the answer in words
 * @param noise what counting noise would change in the selection
 */
public record Insight(
        Map<String, Object> asked, Answer answer, List<Finding> findings, NoiseEffect noise, Receipt receipt) {
    public Insight {
        findings = List.copyOf(findings);
    }
}
