package huisheng.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Analysis;

/** What holds of every analysis. */
final class AnalysisChecks {
    private AnalysisChecks() {}

    /** @param name told where a check fails */
    static void spansLieOnText(Analysis analysis, String name) {
        String text = analysis.text();
        analysis.opinions().forEach(opinion -> {
            lies(opinion.start(), opinion.end(), text, name);
            assertThat(text.substring(opinion.start(), opinion.end())).as(name).isEqualTo(opinion.opinion());
            if (opinion.target() != null) assertThat(text).as(name).contains(opinion.target());
        });
        analysis.intents().forEach(intent -> lies(intent.start(), intent.end(), text, name));
        analysis.risks().forEach(risk -> lies(risk.start(), risk.end(), text, name));
        analysis.needs().forEach(need -> {
            lies(need.start(), need.end(), text, name);
            assertThat(text.substring(need.start(), need.end())).as(name).isEqualTo(need.text());
        });
        analysis.comparisons().forEach(comparison -> {
            lies(comparison.start(), comparison.end(), text, name);
            assertThat(text.substring(comparison.start(), comparison.end()))
                    .as(name)
                    .contains(comparison.competitor());
        });
        analysis.sentiment().evidence().forEach(evidence -> lies(evidence.start(), evidence.end(), text, name));
    }

    private static void lies(int start, int end, String text, String name) {
        assertThat(start).as(name).isBetween(0, text.length());
        assertThat(end).as(name).isBetween(start, text.length());
    }
}
