package huisheng.analysis;

import huisheng.analysis.model.HeadModel;
import huisheng.analysis.model.KeyIndex;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.model.WordClusters;
import huisheng.analysis.opinion.AspectModel;
import huisheng.analysis.opinion.AspectStage;
import huisheng.analysis.opinion.SpanModel;
import huisheng.analysis.opinion.SpanStage;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.sentiment.Domains;
import huisheng.analysis.sentiment.SentimentModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was learned and that one pack's pipeline reads. The models of whole texts and clauses share one vocabulary, so
 * that a feature is looked up once for all of them. Immutable.
 *
 * @param aspects of the pack's own model, null where the general spans serve
 * @param spans null where the pack has a model of aspects
 */
record LearnedModels(
        KeyIndex vocabulary,
        WordClusters clusters,
        Domains domains,
        SentimentModel sentiment,
        HeadModel labels,
        Tagger competitors,
        @Nullable AspectModel aspects,
        @Nullable SpanModel spans) {
    private static final List<String> GENERAL =
            List.of("words.bin", "domains.bin", "sentiment.bin", "labels.bin", "competitors.bin");

    /** Blocks while the files are read. */
    static LearnedModels load(Path models, String pack) throws IOException {
        WordClusters clusters = clusters(models);
        HeadModel labels = HeadModel.load(models.resolve("labels.bin"));
        HeadModel domains = HeadModel.load(models.resolve("domains.bin"));
        SentimentModel sentiment = sentiment(models);
        Tagger competitors = Tagger.load(models.resolve("competitors.bin"), clusters);
        AspectModel aspects = hasAspects(models, pack) ? AspectModel.load(AspectModel.files(models, pack)) : null;
        SpanModel spans = aspects == null ? SpanModel.load(spans(models, pack), clusters) : null;
        // the last ones have the most keys: those before them need room only up to their own last key
        List<int[]> keys = new ArrayList<>(aspects == null ? List.of() : aspects.keys());
        keys.addAll(List.of(labels.keys(), domains.keys(), sentiment.heads().keys()));
        KeyIndex vocabulary = KeyIndex.union(keys);
        return new LearnedModels(
                vocabulary,
                clusters,
                new Domains(domains.among(vocabulary)),
                sentiment.among(vocabulary),
                labels.among(vocabulary),
                competitors,
                aspects == null ? null : aspects.among(vocabulary),
                spans);
    }

    static WordClusters clusters(Path models) throws IOException {
        return WordClusters.load(models.resolve("words.bin"));
    }

    /** For sets without a vocabulary. */
    static Domains domains(Path models) throws IOException {
        return new Domains(HeadModel.load(models.resolve("domains.bin")));
    }

    /** For sets without a vocabulary. */
    static SentimentModel sentiment(Path models) throws IOException {
        return SentimentModel.load(models.resolve("sentiment.bin"));
    }

    /** What {@link #load} reads: the files that the version of a pipeline names. */
    static List<Path> files(Path models, String pack) {
        List<Path> files = new ArrayList<>();
        for (String name : GENERAL) files.add(models.resolve(name));
        files.addAll(hasAspects(models, pack) ? AspectModel.files(models, pack) : spans(models, pack));
        return files;
    }

    private static boolean hasAspects(Path models, String pack) {
        return Files.exists(AspectModel.files(models, pack).getFirst());
    }

    private static List<Path> spans(Path models, String pack) {
        List<Path> own = SpanModel.files(models, pack);
        return Files.exists(own.getFirst()) ? own : SpanModel.files(models, "general");
    }

    /** Reads opinions as far as was learned for the pack. */
    Stage opinions(Pack pack) {
        if (aspects != null) return new AspectStage(aspects, pack);
        if (spans != null) return new SpanStage(spans, pack);
        throw new IllegalStateException("neither aspects nor spans");
    }
}
