package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.Draft;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.model.WordClusters;
import huisheng.analysis.opinion.AspectFeatures;
import huisheng.analysis.opinion.SpanModel;
import huisheng.analysis.pack.Aspect;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import huisheng.analysis.text.Normalisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Trains the stretches that judge, from rows with {@code opinions} (aspect, polarity, opinion) or {@code triplets}
 * (target, opinion, polarity). Aspects are learned only where the rows tell them.
 */
final class SpansTrainer {
    private static final HeadTrainer.Options HEADS = new HeadTrainer.Options(0.5, 8, 3, 0.3, 5, 7);
    private static final int OPINIONS = 0;
    private static final int TARGETS = 1;
    /** A user's row is met this often while the tagger goes on. */
    private static final int OWN_TIMES = 4;

    private static final String GENERAL = "general";

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
        for (Corpus corpus : plan.corpora()) trainer.addAll(plan, corpus.rows());
        return trainer.fit(plan);
    }

    /**
     * Goes on from the models that the pack is read with, and writes models of its own for it. Stretches that the pack's
     * models do not tell apart, and targets where they tell none, are left out.
     */
    static Learned onTop(TrainingPlan plan) throws IOException {
        List<Path> start = SpanModel.files(plan.models(), plan.pack());
        if (!Files.exists(start.getFirst())) start = SpanModel.files(plan.models(), GENERAL);
        WordClusters clusters = WordClusters.load(plan.models().resolve("words.bin"));
        Tagger before = Tagger.load(start.get(0), clusters);
        SpansTrainer trainer = new SpansTrainer();
        trainer.targets = before.kinds().size() > 1;
        for (Corpus corpus : plan.corpora()) trainer.addAll(plan, corpus.rows());
        int own = trainer.sentences.size();
        if (trainer.told.isEmpty()) throw new IllegalArgumentException("no row tells the words of an opinion");
        for (int time = 1; time < OWN_TIMES; time++) trainer.sentences.addAll(trainer.sentences.subList(0, own));
        int ownTold = trainer.told.size();
        // targets are not told in the written rows
        if (!trainer.targets) trainer.addAll(plan, plan.someWritten());
        return trainer.move(plan, before, start, ownTold, own);
    }

    private Learned move(TrainingPlan plan, Tagger before, List<Path> start, int own, int ownSentences)
            throws IOException {
        Pack pack = Packs.load(plan.home().resolve("corpora"), plan.pack());
        HeadModel signs = HeadModel.load(start.get(1));
        HeadModel names = HeadModel.load(start.get(2));
        HeadModel aspects = OnTop.withHeads(names, unknown(pack, names));
        List<Example> signRows = new ArrayList<>();
        List<Example> aspectRows = new ArrayList<>();
        int ownSigns = 0;
        int ownAspects = 0;
        for (int i = 0; i < told.size(); i++) {
            boolean teach = i < own;
            byte[] sign = sign(told.get(i));
            if (sign != null) signRows.add(onTop(signs, i, sign, teach));
            byte[] aspect = aspect(told.get(i), aspects, pack);
            if (aspect != null) aspectRows.add(onTop(aspects, i, aspect, teach));
            if (i + 1 == own) ownSigns = signRows.size();
            if (i + 1 == own) ownAspects = aspectRows.size();
        }
        HeadTrainer.Fitted newSigns =
                new HeadTrainer(Judgement.POLARITIES, OnTop.OPTIONS).onTop(signs, signRows, ownSigns);
        List<String> heads = aspects.heads().stream().map(HeadModel.Head::name).toList();
        HeadTrainer.Fitted newAspects = new HeadTrainer(heads, OnTop.OPTIONS).onTop(aspects, aspectRows, ownAspects);
        WordClusters clusters = WordClusters.load(plan.models().resolve("words.bin"));
        Tagger tagger = new TaggerTrainer(before.kinds(), clusters).onTop(before, sentences, ownSentences);
        List<Path> files = SpanModel.ownFiles(plan.models(), plan.pack());
        List<Score> scores = new ArrayList<>(OnTop.scores(
                ModelFile.name(files.get(1)), "polarity of a stretch", signRows.subList(0, ownSigns), signs, newSigns));
        scores.addAll(OnTop.scores(
                ModelFile.name(files.get(2)),
                "aspect of a stretch",
                aspectRows.subList(0, ownAspects),
                aspects,
                newAspects));
        return new Learned(
                List.of(
                        ModelFile.write(files.get(0), tagger::save),
                        ModelFile.write(files.get(1), newSigns.model()::save),
                        ModelFile.write(files.get(2), newAspects.model()::save)),
                scores);
    }

    /** Aspects of the pack that the rows name and no head stands for. */
    private List<String> unknown(Pack pack, HeadModel names) {
        TreeSet<String> unknown = new TreeSet<>();
        for (Told one : told) {
            if (pack.aspects().containsKey(one.aspect())
                    && headsOf(one.aspect(), names, pack).isEmpty()) {
                unknown.add(one.aspect());
            }
        }
        return List.copyOf(unknown);
    }

    /** Heads have the names of general aspects, which stand for one of the pack each. */
    private static List<Integer> headsOf(String aspect, HeadModel names, Pack pack) {
        List<Integer> heads = new ArrayList<>();
        for (int h = 0; h < names.heads().size(); h++) {
            String name = names.heads().get(h).name();
            Aspect own = pack.heir(name);
            if (name.equals(aspect) || (own != null && own.id().equals(aspect))) heads.add(h);
        }
        return heads;
    }

    private Example onTop(HeadModel before, int stretch, byte[] labels, boolean teach) {
        Told own = told.get(stretch);
        FeatureSet features = AspectFeatures.span(
                judged.get(stretch), own.span().start(), own.span().end(), own.reach());
        Example row = Example.of(features, labels, own.row());
        double[] known = before.margins(features);
        return teach ? row.knowing(known, OnTop.OWN) : row.holding(known);
    }

    private static byte @Nullable [] sign(Told own) {
        if (own.polarity().isEmpty()) return null;
        byte[] labels = new byte[Judgement.POLARITIES.size()];
        labels[Judgement.POLARITIES.indexOf(own.polarity())] = 1;
        return labels;
    }

    /** Of several heads that stand for the same aspect the row tells none. */
    private static byte @Nullable [] aspect(Told own, HeadModel aspects, Pack pack) {
        List<Integer> heads = headsOf(own.aspect(), aspects, pack);
        if (heads.isEmpty()) return null;
        byte[] labels = new byte[aspects.heads().size()];
        for (int head : heads) labels[head] = heads.size() == 1 ? 1 : Example.UNKNOWN;
        return labels;
    }

    private void addAll(TrainingPlan plan, List<JsonNode> all) throws IOException {
        List<JsonNode> rows = all.stream().filter(SpansTrainer::isRead).toList();
        var reading = new Reading(PipelineFactory.signed(plan.home(), plan.models(), plan.pack()));
        List<Draft> drafts = reading.of(rows);
        for (int i = 0; i < rows.size(); i++) add(drafts.get(i), rows.get(i));
    }

    private static boolean isRead(JsonNode row) {
        if (row.has("triplets")) return true;
        boolean inFull = row.has("sentiment") || row.has("opinions");
        return inFull
                && Labels.tells(row, "opinions")
                && !row.path("language").asText().equals("en");
    }

    private void add(Draft draft, JsonNode row) {
        List<Spans.Named> named = new ArrayList<>();
        List<String[]> labels = new ArrayList<>();
        for (JsonNode opinion : row.path("opinions")) {
            named.add(new Spans.Named(OPINIONS, opinion.path("opinion").asText()));
            labels.add(new String[] {
                opinion.path("polarity").asText(), opinion.path("aspect").asText()
            });
            String target = opinion.path("target").asText("");
            if (!targets || target.isEmpty()) continue;
            named.add(new Spans.Named(TARGETS, target));
            labels.add(labels.getLast());
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
        List<Path> files = SpanModel.ownFiles(plan.models(), plan.pack());
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
