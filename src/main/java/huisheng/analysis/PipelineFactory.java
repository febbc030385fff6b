package huisheng.analysis;

import huisheng.analysis.comparison.ComparisonStage;
import huisheng.analysis.comparison.Rivals;
import huisheng.analysis.english.EnglishStages;
import huisheng.analysis.intent.IntentStage;
import huisheng.analysis.intent.NeedStage;
import huisheng.analysis.label.LabelStage;
import huisheng.analysis.model.FeatureStage;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.model.WordClusters;
import huisheng.analysis.noise.NoiseStage;
import huisheng.analysis.opinion.AspectModel;
import huisheng.analysis.opinion.AspectStage;
import huisheng.analysis.opinion.OpinionStage;
import huisheng.analysis.opinion.SpanModel;
import huisheng.analysis.opinion.SpanStage;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import huisheng.analysis.risk.RiskCueStage;
import huisheng.analysis.risk.RiskStage;
import huisheng.analysis.sentiment.Domains;
import huisheng.analysis.sentiment.SentimentModel;
import huisheng.analysis.sentiment.SentimentStage;
import huisheng.analysis.sentiment.SignStage;
import huisheng.analysis.text.Clauses;
import huisheng.analysis.text.Keywords;
import huisheng.analysis.text.LanguageStage;
import huisheng.analysis.text.Normalisation;
import huisheng.analysis.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the pipeline together from the files of an installation. */
public final class PipelineFactory {
    private static final List<String> GENERAL =
            List.of("words.bin", "domains.bin", "sentiment.bin", "labels.bin", "competitors.bin");

    private PipelineFactory() {}

    /**
     * Blocks while models and dictionaries are read.
     *
     * @param home the folder that holds {@code models} and {@code corpora}
     * @param pack id of the aspect pack, for example {@code general}
     */
    public static Pipeline load(Path home, String pack) throws IOException {
        return load(home, pack, Map.of());
    }

    /**
     * The same with other packs than the installation's files.
     *
     * @param changed YAML by the id of the pack
     */
    public static Pipeline load(Path home, String pack, Map<String, String> changed) throws IOException {
        Path models = home.resolve("models");
        Pack aspects = Packs.load(home.resolve("corpora"), pack, changed);
        WordClusters clusters = clusters(models);
        List<Path> files = new ArrayList<>();
        for (String name : GENERAL) files.add(models.resolve(name));
        List<Stage> chinese = new ArrayList<>(reading(aspects, clusters));
        chinese.add(sign(models));
        chinese.add(new LabelStage(HeadModel.load(models.resolve("labels.bin"))));
        chinese.add(new NoiseStage());
        chinese.add(opinions(models, aspects, clusters, files));
        chinese.add(new SentimentStage());
        chinese.add(new IntentStage());
        chinese.add(new NeedStage());
        chinese.add(new RiskStage());
        chinese.add(new ComparisonStage(Tagger.load(models.resolve("competitors.bin"), clusters), new Rivals(aspects)));
        chinese.add(new Keywords(aspects.stopwords()));
        List<Stage> stages = new ArrayList<>(languages());
        chinese.forEach(stage -> stages.add(EnglishStages.onlyChinese(stage)));
        stages.add(EnglishStages.load(home, models, aspects));
        files.addAll(EnglishStages.files(models));
        files.add(EnglishStages.lexicon(home));
        return Pipeline.of(stages, PipelineVersion.of(files, List.of(aspects.version())));
    }

    private static Stage opinions(Path models, Pack pack, WordClusters clusters, List<Path> files) throws IOException {
        List<Path> own = AspectModel.files(models, pack.id());
        if (Files.exists(own.getFirst())) {
            files.addAll(own);
            return new AspectStage(AspectModel.load(own), pack);
        }
        List<Path> spans = SpanModel.files(models, pack.id());
        if (!Files.exists(spans.getFirst())) spans = SpanModel.files(models, "general");
        files.addAll(spans);
        return new SpanStage(SpanModel.load(spans, clusters), pack);
    }

    /** What models are trained on: the stages before all that is learned. */
    public static Pipeline reader(Path home, Path models, String pack) throws IOException {
        Pack aspects = Packs.load(home.resolve("corpora"), pack);
        List<Stage> stages = new ArrayList<>(languages());
        stages.addAll(reading(aspects, clusters(models)));
        return Pipeline.of(stages, "reader");
    }

    /** What models of labels are trained on: the stages up to the sign of the text. */
    public static Pipeline signed(Path home, Path models, String pack) throws IOException {
        Pack aspects = Packs.load(home.resolve("corpora"), pack);
        List<Stage> stages = new ArrayList<>(languages());
        stages.addAll(reading(aspects, clusters(models)));
        stages.add(sign(models));
        return Pipeline.of(stages, "signed");
    }

    private static Stage sign(Path models) throws IOException {
        return new SignStage(
                new Domains(HeadModel.load(models.resolve("domains.bin"))),
                SentimentModel.load(models.resolve("sentiment.bin")));
    }

    /** Only segments: what clusters of words are learned from. */
    public static Pipeline words(Path home, String pack) {
        Pack aspects = Packs.load(home.resolve("corpora"), pack);
        return Pipeline.of(List.of(new Normalisation(), new LanguageStage(), new Tokens(aspects.words())), "words");
    }

    private static List<Stage> languages() {
        return List.of(new Normalisation(), new LanguageStage());
    }

    private static List<Stage> reading(Pack aspects, WordClusters clusters) {
        return List.of(
                new Tokens(aspects.words()),
                new Clauses(),
                new FeatureStage(clusters),
                new OpinionStage(aspects),
                new RiskCueStage(aspects));
    }

    private static WordClusters clusters(Path models) throws IOException {
        return WordClusters.load(models.resolve("words.bin"));
    }
}
