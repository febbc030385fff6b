package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.Draft;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.label.Signals;
import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.opinion.AspectFeatures;
import huisheng.analysis.opinion.AspectModel;
import huisheng.analysis.pack.Aspect;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Trains the aspects of one pack from reviews with {@code quads} or {@code aspects}; other rows are left out. */
final class AspectsTrainer {
    private static final HeadTrainer.Options TEXTS = new HeadTrainer.Options(0.5, 8, 3, 0.3, 5, 7);
    private static final HeadTrainer.Options CLAUSES = new HeadTrainer.Options(0.5, 8, 3, 0.3, 5, 7);
    private static final HeadTrainer.Options POLARITIES = new HeadTrainer.Options(0.2, 8, 3, 0, 5, 7);

    private final Pack pack;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<List<Judgement>> judgements = new ArrayList<>();
    private final List<String> names;
    /** So many drafts come first and teach; the others hold a model in place. */
    private final int own;

    private final Map<String, String> ids = new HashMap<>();

    /** @param known the aspects to learn, null for those of the rows */
    private AspectsTrainer(TrainingPlan plan, @Nullable List<String> known) throws IOException {
        this.pack = Packs.load(plan.home().resolve("corpora"), plan.pack());
        for (Aspect aspect : pack.aspects().values()) ids.put(aspect.name(), aspect.id());
        var reading = new Reading(PipelineFactory.signed(plan.home(), plan.models(), plan.pack()));
        for (Corpus corpus : plan.corpora()) add(reading, corpus.rows(), known);
        own = drafts.size();
        if (known != null) add(reading, plan.someWritten(), known);
        for (Draft draft : drafts) Signals.addTo(draft.features, draft);
        TreeSet<String> seen = new TreeSet<>();
        judgements.forEach(list -> list.forEach(judgement -> seen.add(judgement.category())));
        names = known == null ? List.copyOf(seen) : known;
    }

    private void add(Reading reading, List<JsonNode> all, @Nullable List<String> known) {
        List<JsonNode> rows = all.stream().filter(AspectsTrainer::isRead).toList();
        drafts.addAll(reading.of(rows));
        rows.forEach(row -> judgements.add(judgements(row, known)));
    }

    private static boolean isRead(JsonNode row) {
        if (row.has("quads") || row.has("aspects")) return true;
        boolean inFull = row.has("opinions") || row.has("sentiment");
        return inFull
                && Labels.tells(row, "opinions")
                && !row.path("language").asText().equals("en");
    }

    /** An aspect that the model does not know is left to the words of the pack. */
    private List<Judgement> judgements(JsonNode row, @Nullable List<String> known) {
        List<Judgement> all = Judgement.of(row, pack);
        return known == null
                ? all
                : all.stream().filter(own -> known.contains(own.category())).toList();
    }

    /** @throws IllegalArgumentException where the corpora judge an aspect that the pack does not have, or none at all */
    static Learned train(TrainingPlan plan) throws IOException {
        return new AspectsTrainer(plan, null).fit(AspectModel.files(plan.models(), plan.pack()));
    }

    /** Starts from the pack's models; an aspect that these do not know is left out. */
    static Learned onTop(TrainingPlan plan) throws IOException {
        List<Path> files = AspectModel.files(plan.models(), plan.pack());
        HeadModel clauses = HeadModel.load(files.get(1));
        List<String> known = clauses.heads().stream().map(HeadModel.Head::name).toList();
        AspectsTrainer trainer = new AspectsTrainer(plan, known);
        if (trainer.judgements.subList(0, trainer.own).stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("no row judges an aspect that the models of " + plan.pack() + " know");
        }
        return trainer.move(files, HeadModel.load(files.get(0)), clauses, HeadModel.load(files.get(2)));
    }

    private Learned move(List<Path> files, HeadModel texts, HeadModel clauses, HeadModel polarities)
            throws IOException {
        List<Example> clauseRows = knowing(clauseRows(), clauses);
        HeadTrainer.Fitted newClauses = new HeadTrainer(names, OnTop.OPTIONS)
                .onTop(clauses, clauseRows, ofUser(clauseRows).size());
        double[][][] margins = byText(newClauses.margins());
        List<Example> textRows = knowing(textRows(best(margins)), texts);
        HeadTrainer.Fitted newTexts = new HeadTrainer(names, OnTop.OPTIONS)
                .onTop(texts, textRows, ofUser(textRows).size());
        List<Example> judged = knowing(polarityRows(margins), polarities);
        HeadTrainer.Fitted newPolarities = new HeadTrainer(Judgement.POLARITIES, OnTop.OPTIONS)
                .onTop(polarities, judged, ofUser(judged).size());
        double[][][] before = byText(clauseRows.stream().map(Example::priors).toArray(double[][]::new));
        List<Example> textsBefore = knowing(textRows(best(before)), texts);
        List<Score> scores =
                new ArrayList<>(OnTop.before(ModelFile.name(files.get(0)), "aspects", ofUser(textsBefore), texts));
        scores.addAll(Score.of(ModelFile.name(files.get(0)), "aspects", ofUser(textRows), newTexts));
        scores.addAll(OnTop.scores(
                ModelFile.name(files.get(2)), "polarity of an aspect", ofUser(judged), polarities, newPolarities));
        return new Learned(
                List.of(
                        ModelFile.write(files.get(0), newTexts.model()::save),
                        ModelFile.write(files.get(1), newClauses.model()::save),
                        ModelFile.write(files.get(2), newPolarities.model()::save)),
                scores);
    }

    private List<Example> knowing(List<Example> rows, HeadModel model) {
        return rows.stream()
                .map(row -> {
                    double[] known = model.margins(row.set());
                    return row.group() < own ? row.knowing(known, OnTop.OWN) : row.holding(known);
                })
                .toList();
    }

    private List<Example> ofUser(List<Example> rows) {
        return rows.stream().filter(row -> row.group() < own).toList();
    }

    private double[][] best(double[][][] margins) {
        double[][] best = new double[margins.length][names.size()];
        for (int i = 0; i < best.length; i++) {
            for (int a = 0; a < names.size(); a++) {
                int clause = AspectModel.best(margins[i], a);
                best[i][a] = clause < 0 ? 0 : margins[i][clause][a];
            }
        }
        return best;
    }

    private Learned fit(List<Path> files) throws IOException {
        if (names.isEmpty()) throw new IllegalArgumentException("no row judges an aspect");
        for (String name : names) {
            if (!ids.containsKey(name)) {
                throw new IllegalArgumentException("pack " + pack.id() + " has no aspect named " + name);
            }
        }
        HeadTrainer.Fitted clauses = new HeadTrainer(names, CLAUSES).fit(clauseRows());
        double[][][] margins = byText(clauses.margins());
        double[][] best = best(margins);
        List<Example> rows = textRows(null);
        HeadTrainer.Fitted texts = new HeadTrainer(names, TEXTS).fit(rows, best);
        List<Example> judged = polarityRows(margins);
        HeadTrainer.Fitted polarities = new HeadTrainer(Judgement.POLARITIES, POLARITIES).fit(judged);
        List<Score> scores = new ArrayList<>(Score.of(ModelFile.name(files.get(0)), "aspects", rows, texts));
        scores.addAll(Score.of(ModelFile.name(files.get(2)), "polarity of an aspect", ofUser(judged), polarities));
        return new Learned(
                List.of(
                        ModelFile.write(files.get(0), texts.model()::save),
                        ModelFile.write(files.get(1), clauses.model()::save),
                        ModelFile.write(files.get(2), polarities.model()::save)),
                scores);
    }

    /** @param beside margins that count too; null where they teach nothing */
    private List<Example> textRows(double @Nullable [][] beside) {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            byte[] labels = new byte[names.size()];
            for (Judgement judgement : judgements.get(i)) labels[names.indexOf(judgement.category())] = 1;
            FeatureSet features = drafts.get(i).features;
            double[] known = beside == null ? Example.NOTHING : beside[i];
            rows.add(new Example(features.hashes(), labels, i, 1, features.norm(), known));
        }
        return rows;
    }

    private List<Example> clauseRows() {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            byte[][] labels = clauseLabels(draft, judgements.get(i));
            for (int c = 0; c < labels.length; c++) {
                rows.add(Example.of(AspectFeatures.clause(draft, c), labels[c], i));
            }
        }
        return rows;
    }

    /** Where the corpus does not tell which of several clauses judges an aspect, none of them teaches it. */
    private byte[][] clauseLabels(Draft draft, List<Judgement> list) {
        byte[][] labels = new byte[draft.clauses.size()][names.size()];
        for (Judgement judgement : list) {
            int aspect = names.indexOf(judgement.category());
            int clause = labels.length == 1 ? 0 : clause(draft, judgement);
            for (int c = 0; c < labels.length; c++) {
                if (c == clause) labels[c][aspect] = 1;
                else if (clause < 0 && labels[c][aspect] == 0) labels[c][aspect] = Example.UNKNOWN;
            }
        }
        return labels;
    }

    private static int clause(Draft draft, Judgement judgement) {
        for (String words : judgement.words()) {
            int at = draft.normalised.indexOf(words);
            for (int c = 0; at >= 0 && c < draft.clauses.size(); c++) {
                if (at < draft.clauses.get(c).end()) return c;
            }
        }
        return -1;
    }

    private double[][][] byText(double[][] margins) {
        double[][][] byText = new double[drafts.size()][][];
        int next = 0;
        for (int i = 0; i < byText.length; i++) {
            int count = drafts.get(i).clauses.size();
            byText[i] = Arrays.copyOfRange(margins, next, next + count);
            next += count;
        }
        return byText;
    }

    private List<Example> polarityRows(double[][][] margins) {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).clauses.isEmpty()) continue;
            for (String category : new TreeSet<>(
                    judgements.get(i).stream().map(Judgement::category).toList())) {
                int aspect = names.indexOf(category);
                byte[] labels = new byte[Judgement.POLARITIES.size()];
                for (Judgement judgement : judgements.get(i)) {
                    if (judgement.category().equals(category))
                        labels[Judgement.POLARITIES.indexOf(judgement.polarity())] = 1;
                }
                FeatureSet features = AspectFeatures.polarity(
                        drafts.get(i),
                        aspect,
                        ids.getOrDefault(category, category),
                        AspectModel.best(margins[i], aspect));
                rows.add(Example.of(features, labels, i));
            }
        }
        return rows;
    }
}
