package huisheng.insight.report;

import huisheng.insight.Insight;
import huisheng.insight.Stance;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Wording;
import huisheng.review.Period;
import java.time.Instant;
import java.util.List;

/**
 * A digest of a period. Every sentence in it is a finding, made of figures and with evidence.
 *
 * @param stance of the period, {@code before} of the stretch of the same length before it
 * @param course of the period, in equal steps
 * @param summary the first sentences
 * @param sections one for each question that found something
 * @param quiet questions that found nothing beyond chance
 * @param missing questions for which there are too few data to find anything
 * @param refused questions that could not be answered for this selection, and why
 */
public record Report(
        Period period,
        Stance stance,
        Stance before,
        List<Step> course,
        List<Finding> summary,
        List<Section> sections,
        List<Wording> quiet,
        List<Missing> missing,
        List<Refusal> refused) {
    public Report {
        course = List.copyOf(course);
        summary = List.copyOf(summary);
        sections = List.copyOf(sections);
        quiet = List.copyOf(quiet);
        missing = List.copyOf(missing);
        refused = List.copyOf(refused);
    }

    /** @param from its start, of a day, a week or a month */
    public record Step(Instant from, Stance stance) {}

    /** What one question says. */
    public record Section(String name, Wording heading, List<Finding> findings, Insight insight) {
        public Section {
            findings = List.copyOf(findings);
        }
    }

    /** How many reviews, or steps of time, a question has and needs at least. */
    public record Missing(Wording question, long n, long needed) {}

    /** Why a question says nothing. */
    public record Refusal(Wording question, Wording reason) {}
}
