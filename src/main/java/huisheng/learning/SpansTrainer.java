package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.Draft;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.model.WordClusters;
import huisheng.analysis.opinion.AspectFeatures;
import huisheng.analysis.opinion.SpanModel;
import huisheng.analysis.text.Normalisation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Trains the stretches that judge, from rows with {@code opinions} (aspect, polarity, opinion) or {@code triplets}
 * (target, opinion, polarity). Aspects are learned only where the rows tell them.
 */
final class SpansTrainer {
    private static final HeadTrainer.Options HEADS = new HeadTrainer.Options(0.5, 8, 3, 0.3, 5, 7);
    private static final int OPINIONS = 0;
    private static final int TARGETS = 1;

    private final List<TaggerTrainer.Sentence> sentences = new ArrayList<>();
    private final List<Example> polarities = new ArrayList<>();
    private final List<Draft> judged = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private boolean targets;

    /** What a row says of a stretch; the aspect is empty where it says none. */
    private record Told(Tagger.Span span, String polarity, String aspect, int row, int reach) {}

    private SpansTrainer() {}

    static Learned train(TrainingPlan plan) throws IOException {
        SpansTrainer trainer = new SpansTrainer();
        var reading = new Reading(PipelineFactory.signed(plan.home(), plan.models(), plan.pack()));
        for (Corpus corpus : plan.corpora()) {
            List<JsonNode> rows =
                    corpus.rows().stream().filter(SpansTrainer::isRead).toList();
            List<Draft> drafts = reading.of(rows);
            for (int i = 0; i < rows.size(); i++) trainer.add(drafts.get(i), rows.get(i));
        }
        return trainer.fit(plan);
    }

    private static boolean isRead(JsonNode row) {
        if (row.has("triplets")) return true;
        return row.has("sentiment") && !row.path("language").asText().equals("en");
    }

    private void add(Draft draft, JsonNode row) {
        List<Spans.Named> named = new ArrayList<>();
        List<String[]> labels = new ArrayList<>();
        for (JsonNode opinion : row.path("opinions")) {
            named.add(new Spans.Named(OPINIONS, opinion.path("opinion").asText()));
            labels.add(new String[] {
                opinion.path("polarity").asText(), opinion.path("aspect").asText()
            });
        }
        TreeSet<String> seen = new TreeSet<>();
        for (JsonNode triplet : row.path("triplets")) {
            targets = true;
            String target = triplet.path(0).asText("");
            if (!target.isEmpty() && seen.add(target)) {
                named.add(new Spans.Named(TARGETS, target));
                labels.add(new String[] {triplet.path(2).asText(), ""});
            }
        }
        for (JsonNode triplet : row.path("triplets")) {
            String words = triplet.path(1).asText("");
            if (!words.isEmpty() && seen.add(words)) {
                named.add(new Spans.Named(OPINIONS, words));
                labels.add(new String[] {
                    triplet.path(0).asText("").isEmpty() ? triplet.path(2).asText() : "", ""
                });
            }
        }
        List<Tagger.Span> spans = Spans.find(draft, named);
        int group = sentences.size();
        sentences.add(new TaggerTrainer.Sentence(draft, spans));
        for (int s = 0; s < spans.size(); s++) {
            Tagger.Span span = spans.get(s);
            String[] label = label(draft, span, named, labels);
            int reach = span.kind() == TARGETS ? SpanModel.reach(draft, spans, s) : span.end();
            judged.add(draft);
            told.add(new Told(span, Judgement.polarity(label[0]), label[1], group, reach));
        }
    }

    private static String[] label(Draft draft, Tagger.Span span, List<Spans.Named> named, List<String[]> labels) {
        String words = draft.normalised.substring(span.start(), span.end());
        for (int i = 0; i < named.size(); i++) {
            if (named.get(i).kind() == span.kind()
                    && Normalisation.normalise(named.get(i).words()).text().equals(words)) {
                return labels.get(i);
            }
        }
        return new String[] {"", ""};
    }

    private Learned fit(TrainingPlan plan) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        told.forEach(t -> names.add(t.aspect()));
        names.remove("");
        List<String> aspects = List.copyOf(names);
        List<Example> aspectRows = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Told own = told.get(i);
            var features = AspectFeatures.span(
                    judged.get(i), own.span().start(), own.span().end(), own.reach());
            if (!own.polarity().isEmpty()) {
                byte[] labels = new byte[Judgement.POLARITIES.size()];
                labels[Judgement.POLARITIES.indexOf(own.polarity())] = 1;
                polarities.add(Example.of(features, labels, own.row()));
            }
            if (!own.aspect().isEmpty()) {
                byte[] labels = new byte[aspects.size()];
                labels[aspects.indexOf(own.aspect())] = 1;
                aspectRows.add(Example.of(features, labels, own.row()));
            }
        }
        WordClusters clusters = WordClusters.load(plan.models().resolve("words.bin"));
        List<String> kinds = targets ? List.of(SpanModel.OPINION, SpanModel.TARGET) : List.of(SpanModel.OPINION);
        List<Path> files = SpanModel.files(plan.models(), plan.pack());
        List<ModelFile> written = new ArrayList<>();
        written.add(ModelFile.write(files.get(0), new TaggerTrainer(kinds, clusters).fit(sentences)::save));
        HeadTrainer.Fitted signs = new HeadTrainer(Judgement.POLARITIES, HEADS).fit(polarities);
        written.add(ModelFile.write(files.get(1), signs.model()::save));
        List<Score> scores =
                new ArrayList<>(Score.of(ModelFile.name(files.get(1)), "polarity of a stretch", polarities, signs));
        if (!aspects.isEmpty()) {
            HeadTrainer.Fitted model = new HeadTrainer(aspects, HEADS).fit(aspectRows);
            written.add(ModelFile.write(files.get(2), model.model()::save));
            scores.addAll(Score.of(ModelFile.name(files.get(2)), "aspect of a stretch", aspectRows, model));
        }
        return new Learned(written, scores);
    }
}
