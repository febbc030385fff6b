package huisheng.analysis;

import huisheng.analysis.comparison.ComparisonStage;
import huisheng.analysis.english.EnglishStages;
import huisheng.analysis.intent.IntentStage;
import huisheng.analysis.intent.NeedStage;
import huisheng.analysis.label.LabelStage;
import huisheng.analysis.model.FeatureStage;
import huisheng.analysis.model.KeyIndex;
import huisheng.analysis.model.WordClusters;
import huisheng.analysis.noise.NoiseStage;
import huisheng.analysis.opinion.OpinionStage;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import huisheng.analysis.risk.PlightStage;
import huisheng.analysis.risk.RiskCueStage;
import huisheng.analysis.risk.RiskStage;
import huisheng.analysis.sentiment.SentimentStage;
import huisheng.analysis.sentiment.SignStage;
import huisheng.analysis.text.Clauses;
import huisheng.analysis.text.Keywords;
import huisheng.analysis.text.LanguageStage;
import huisheng.analysis.text.Normalisation;
import huisheng.analysis.text.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the pipeline together from the files of an installation. */
public final class PipelineFactory {
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
        LearnedModels learned = LearnedModels.load(models, pack);
        List<Stage> chinese = new ArrayList<>(reading(aspects, learned.clusters(), learned.vocabulary()));
        chinese.add(new SignStage(learned.domains(), learned.sentiment()));
        chinese.add(new LabelStage(learned.labels()));
        chinese.add(new NoiseStage());
        chinese.add(learned.opinions(aspects));
        chinese.add(new PlightStage(aspects));
        chinese.add(new SentimentStage());
        chinese.add(new IntentStage());
        chinese.add(new NeedStage());
        chinese.add(new RiskStage());
        chinese.add(new ComparisonStage(learned.competitors(), aspects));
        chinese.add(new Keywords(aspects.stopwords()));
        List<Stage> stages = new ArrayList<>(languages());
        chinese.forEach(stage -> stages.add(EnglishStages.onlyChinese(stage)));
        stages.add(EnglishStages.load(home, models, aspects));
        List<Path> files = new ArrayList<>(LearnedModels.files(models, pack));
        files.addAll(EnglishStages.files(models));
        files.add(EnglishStages.lexicon(home));
        return Pipeline.of(stages, PipelineVersion.of(files, List.of(aspects.version())));
    }

    /** What models are trained on: the stages before all that is learned. */
    public static Pipeline reader(Path home, Path models, String pack) throws IOException {
        Pack aspects = Packs.load(home.resolve("corpora"), pack);
        List<Stage> stages = new ArrayList<>(languages());
        stages.addAll(reading(aspects, LearnedModels.clusters(models), KeyIndex.NONE));
        return Pipeline.of(stages, "reader");
    }

    /** What models of labels are trained on: the stages up to the sign of the text. */
    public static Pipeline signed(Path home, Path models, String pack) throws IOException {
        Pack aspects = Packs.load(home.resolve("corpora"), pack);
        List<Stage> stages = new ArrayList<>(languages());
        stages.addAll(reading(aspects, LearnedModels.clusters(models), KeyIndex.NONE));
        stages.add(new SignStage(LearnedModels.domains(models), LearnedModels.sentiment(models)));
        return Pipeline.of(stages, "signed");
    }

    /** Only segments: what clusters of words are learned from. */
    public static Pipeline words(Path home, String pack) {
        Pack aspects = Packs.load(home.resolve("corpora"), pack);
        return Pipeline.of(List.of(new Normalisation(), new LanguageStage(), new Tokens(aspects.words())), "words");
    }

    private static List<Stage> languages() {
        return List.of(new Normalisation(), new LanguageStage());
    }

    private static List<Stage> reading(Pack aspects, WordClusters clusters, KeyIndex vocabulary) {
        return List.of(
                new Tokens(aspects.words()),
                new Clauses(),
                new FeatureStage(clusters, vocabulary),
                new OpinionStage(aspects),
                new RiskCueStage(aspects));
    }
}
