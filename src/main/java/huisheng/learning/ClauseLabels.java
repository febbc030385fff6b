package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.english.EnglishReader;
import huisheng.analysis.english.EnglishText;
import huisheng.analysis.english.Judgement;
import huisheng.analysis.english.Signs;
import huisheng.analysis.model.FeatureSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of labelled English texts, each with the opinion that shares most of it.
 *
 * @param rows one a clause, those of one text in its group
 * @param counts clauses of each text
 */
record ClauseLabels(List<Example> rows, List<Integer> counts) {
    static final List<String> ASPECTS = List.of(
            "quality",
            "function",
            "appearance",
            "packaging",
            "taste",
            "smell",
            "size",
            "price",
            "logistics",
            "service",
            "aftersale",
            "authenticity",
            "safety",
            "environment",
            "overall");
    private static final List<String> POLARITIES = List.of("positive", "negative", "neutral");

    static ClauseLabels of(List<JsonNode> told, List<EnglishText> texts, List<Signs> signs) {
        List<Example> rows = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            EnglishText text = texts.get(i);
            counts.add(text.clauses());
            for (int clause = 0; clause < text.clauses(); clause++) {
                FeatureSet features = EnglishReader.clause(text, clause, signs.get(i));
                byte[] labels = labels(opinion(told.get(i), text.start(clause), text.end(clause)));
                rows.add(new Example(features.hashes(), labels, i, 1, features.norm(), Example.NOTHING));
            }
        }
        return new ClauseLabels(rows, counts);
    }

    /** What the model says of each clause of a text that it has not seen. */
    List<List<Judgement>> judgements(HeadTrainer.Fitted fitted) {
        List<List<Judgement>> judgements = new ArrayList<>();
        int row = 0;
        for (int count : counts) {
            List<Judgement> own = new ArrayList<>();
            for (int i = 0; i < count; i++) own.add(Judgement.of(fitted.model(), fitted.margins()[row++]));
            judgements.add(own);
        }
        return judgements;
    }

    private static byte[] labels(@Nullable JsonNode opinion) {
        byte[] labels = new byte[POLARITIES.size() + ASPECTS.size()];
        if (opinion == null) {
            Arrays.fill(labels, POLARITIES.size(), labels.length, Example.UNKNOWN);
            return labels;
        }
        labels[POLARITIES.indexOf(opinion.path("polarity").asText())] = 1;
        labels[POLARITIES.size() + ASPECTS.indexOf(opinion.path("aspect").asText())] = 1;
        return labels;
    }

    private static @Nullable JsonNode opinion(JsonNode row, int start, int end) {
        JsonNode best = null;
        int most = 0;
        for (JsonNode opinion : row.path("opinions")) {
            String words = opinion.path("opinion").asText();
            int at = row.path("text").asText().indexOf(words);
            int shared = Math.min(end, at + words.length()) - Math.max(start, at);
            if (at >= 0 && shared > most) {
                most = shared;
                best = opinion;
            }
        }
        return best;
    }
}
