package huisheng.alert;

import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.Dimension;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says. The words of a review are not among it.
 *
 * @param rule its name when the alert was raised
 * @param kind of its condition
 * @param where the values that it is about
 * @param cause why a measure changed, as far as figures tell
 * @param n reviews that it rested on when it was last found
 * @param evidence newest first, at most {@link Proof#MOST}
 * @param link path and query of the search for the reviews behind it
 */
public record AlertBody(
        Wording rule,
        String kind,
        Wording title,
        Wording text,
        @Nullable Wording cause,
        Map<Dimension, String> where,
        long n,
        Map<String, Object> figures,
        List<Proof> evidence,
        String link) {
    static AlertBody of(Candidate found, String kind) {
        return new AlertBody(
                found.rule().rule().name(),
                kind,
                found.title(),
                found.text(),
                found.cause(),
                found.where(),
                found.n(),
                found.figures(),
                found.evidence().stream().limit(Proof.MOST).toList(),
                found.link());
    }

    public static AlertBody read(String json) {
        return Json.read(json, AlertBody.class);
    }

    /** With what was found since: the newest words and figures, reviews of both, and the newest cause that was asked for. */
    AlertBody grown(AlertBody newer, long added) {
        List<Proof> both = Stream.concat(newer.evidence.stream(), evidence.stream())
                .distinct()
                .limit(Proof.MOST)
                .toList();
        return new AlertBody(
                newer.rule,
                newer.kind,
                newer.title,
                newer.text,
                newer.cause == null ? cause : newer.cause,
                where,
                added == 0 ? newer.n : n + added,
                newer.figures,
                both,
                newer.link);
    }
}
