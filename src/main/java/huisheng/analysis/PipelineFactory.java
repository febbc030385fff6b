package huisheng.analysis;

import huisheng.analysis.noise.NoiseStage;
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
import java.util.Set;

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
        Path model = home.resolve("models").resolve("sentiment.bin");
        Map<String, String> packWords = Map.of();
        List<Stage> stages = new ArrayList<>();
        stages.add(new Normalisation());
        stages.add(new LanguageStage());
        stages.add(new Tokens(packWords));
        stages.add(new Clauses());
        stages.add(new Keywords(Set.of()));
        stages.add(new NoOpinions()); // PLUG-IN: Pack p = Packs.load(home.resolve("corpora"), pack); p.words() above
        stages.add(new NoiseStage());
        stages.add(new SentimentStage(SentimentModel.load(model)));
        return Pipeline.of(stages, PipelineVersion.of(List.of(model), List.of(pack)));
    }
}
