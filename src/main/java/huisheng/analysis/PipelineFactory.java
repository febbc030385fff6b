package huisheng.analysis;

import huisheng.analysis.noise.NoiseStage;
import huisheng.analysis.opinion.OpinionStage;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import huisheng.analysis.sentiment.SentimentModel;
import huisheng.analysis.sentiment.SentimentStage;
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
        Path model = home.resolve("models").resolve("sentiment.bin");
        Pack aspects = Packs.load(home.resolve("corpora"), pack, changed);
        List<Stage> stages = new ArrayList<>();
        stages.add(new Normalisation());
        stages.add(new LanguageStage());
        stages.add(new Tokens(aspects.words()));
        stages.add(new Clauses());
        stages.add(new Keywords(aspects.stopwords()));
        stages.add(new OpinionStage(aspects));
        stages.add(new NoiseStage());
        stages.add(new SentimentStage(SentimentModel.load(model)));
        return Pipeline.of(stages, PipelineVersion.of(List.of(model), List.of(aspects.version())));
    }
}
