package huisheng.analysis.english;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import huisheng.analysis.text.LanguageStage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts the reading of English together, and keeps the stages that read Chinese off texts of other languages. */
public final class EnglishStages {
    private EnglishStages() {}

    /**
     * One stage that reads English reviews and leaves all others alone. Blocks while models and lexicon are read.
     *
     * @param home the folder that holds {@code corpora}
     * @param models the folder of {@link #files}
     * @param pack names its aspects; words and aspects it lacks are those of the pack {@code general}
     */
    public static Stage load(Path home, Path models, Pack pack) throws IOException {
        Pack general = Packs.load(home.resolve("corpora"), "general");
        List<Path> files = files(models);
        return new EnglishStage(
                EnglishReader.load(home, pack),
                new EnglishStage.Models(
                        HeadModel.load(files.get(0)), HeadModel.load(files.get(1)), HeadModel.load(files.get(2))),
                pack,
                general);
    }

    /** What the pipeline's version depends on besides the lexicon {@code english.tsv}. */
    public static List<Path> files(Path models) {
        return List.of(
                models.resolve("english-sign.bin"),
                models.resolve("english-clauses.bin"),
                models.resolve("english-labels.bin"));
    }

    /** The English side of the lexicons, another thing the version depends on. */
    public static Path lexicon(Path home) {
        return EnglishReader.lexicon(home);
    }

    /** The stage for all texts but English ones. */
    public static Stage notEnglish(Stage stage) {
        return new Kept(stage, language -> !Objects.equals(language, LanguageStage.ENGLISH));
    }

    /** The stage for Chinese texts, and for those that tell no language, such as emoji. */
    public static Stage onlyChinese(Stage stage) {
        return new Kept(
                stage,
                language -> !Objects.equals(language, LanguageStage.ENGLISH)
                        && !Objects.equals(language, LanguageStage.OTHER));
    }

    private record Kept(Stage stage, Predicate<@Nullable String> reads) implements Stage {
        @Override
        public Set<Layer> needs() {
            return java.util.stream.Stream.concat(stage.needs().stream(), java.util.stream.Stream.of(Layer.LANGUAGE))
                    .collect(java.util.stream.Collectors.toUnmodifiableSet());
        }

        @Override
        public Layer adds() {
            return stage.adds();
        }

        @Override
        public void annotate(Draft draft) {
            if (reads.test(draft.language)) stage.annotate(draft);
        }
    }
}
