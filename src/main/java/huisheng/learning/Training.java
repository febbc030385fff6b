package huisheng.learning;

import huisheng.analysis.opinion.AspectModel;
import huisheng.analysis.opinion.SpanModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trains the models that a user can train, and writes their card. Blocks. */
public final class Training {
    private final Path home;
    private final Path models;
    private final String pack;
    private final Map<String, String> licences;

    /**
     * @param home the folder that holds {@code corpora}
     * @param models the folder that models are read from and written to
     * @param licences what the source of a set says of it, by the set's name
     */
    public Training(Path home, Path models, String pack, Map<String, String> licences) {
        this.home = home;
        this.models = models;
        this.pack = pack;
        this.licences = Map.copyOf(licences);
    }

    /**
     * @param model words, sentiment, labels, opinions, aspects or english; risk is another name of labels
     * @param fresh whether to learn from nothing instead of going on from the models that are there
     * @return what was written, as text
     * @throws IllegalArgumentException where there is no such model, or the corpora do not teach it
     */
    public String run(String model, List<Path> corpora, boolean fresh) throws IOException {
        Family family = family(model);
        if (family == Family.WORDS) return words(corpora);
        TrainingPlan plan = new TrainingPlan(home, models, pack, Corpus.readAll(corpora));
        if (family == Family.ASPECTS && !fresh && !isThere(family) && !plan.hasQuads()) family = Family.OPINIONS;
        boolean onTop = !fresh && isThere(family);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < corpora.size(); i++) {
            sources.add(Source.of(corpora.get(i), plan.corpora().get(i).rows().size(), licences));
        }
        Learned learned = onTop ? onTop(family, plan) : train(family, plan);
        if (onTop) {
            for (Path file : plan.writtenFiles()) {
                sources.add(Source.of(file, Corpus.read(file).rows().size(), licences));
            }
        }
        return write(family, corpora, onTop, learned, sources);
    }

    private String words(List<Path> corpora) throws IOException {
        List<Source> sources = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Path file : corpora) {
            List<String> own = WordsTrainer.lines(file);
            sources.add(Source.of(file, own.size(), licences));
            lines.addAll(own);
        }
        return write(Family.WORDS, corpora, false, WordsTrainer.train(home, models, pack, lines), sources);
    }

    private String write(Family family, List<Path> corpora, boolean onTop, Learned learned, List<Source> sources)
            throws IOException {
        Path file = models.resolve(family.card(pack));
        ModelCard card = ModelCard.read(file, family.opening(pack));
        String command = command(family, corpora) + (isThereToGoOnFrom(family) && !onTop ? " --fresh" : "");
        String text = card.after(command, onTop, learned, Source.together(sources));
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return told(learned, onTop, file);
    }

    private static Family family(String model) {
        if (model.equals("risk")) return Family.LABELS;
        for (Family family : Family.values()) {
            if (family.model().equals(model.toLowerCase(Locale.ROOT))) return family;
        }
        throw new IllegalArgumentException(
                "'" + model + "' is no model: words, sentiment, labels (or risk), opinions, aspects, english");
    }

    /** Others are always learned from nothing. */
    private static boolean isThereToGoOnFrom(Family family) {
        return family != Family.WORDS && family != Family.ENGLISH;
    }

    private boolean isThere(Family family) {
        return switch (family) {
            case SENTIMENT -> Files.exists(models.resolve("sentiment.bin"));
            case LABELS -> Files.exists(models.resolve("labels.bin"));
            case ASPECTS -> Files.exists(AspectModel.files(models, pack).getFirst());
            case OPINIONS -> Files.exists(SpanModel.files(models, "general").getFirst());
            case ENGLISH, WORDS -> false;
        };
    }

    private static Learned train(Family family, TrainingPlan plan) throws IOException {
        return switch (family) {
            case SENTIMENT -> SentimentTrainer.train(plan);
            case ASPECTS -> AspectsTrainer.train(plan);
            case OPINIONS -> SpansTrainer.train(plan);
            case LABELS -> LabelsTrainer.train(plan);
            case ENGLISH -> EnglishTrainer.train(plan);
            case WORDS -> throw new IllegalArgumentException("words are learned from lines");
        };
    }

    private static Learned onTop(Family family, TrainingPlan plan) throws IOException {
        return switch (family) {
            case SENTIMENT -> SentimentTrainer.onTop(plan);
            case ASPECTS -> AspectsTrainer.onTop(plan);
            case OPINIONS -> SpansTrainer.onTop(plan);
            case LABELS -> LabelsTrainer.onTop(plan);
            case ENGLISH, WORDS -> throw new IllegalArgumentException(family.model() + " are learned from nothing");
        };
    }

    /** Files of the installation by their place in it, others by their name. */
    private String command(Family family, List<Path> corpora) {
        StringBuilder command = new StringBuilder("./huisheng train ").append(family.model());
        if (family.isOfOnePack() || !pack.equals("general"))
            command.append(" --pack ").append(pack);
        Path root = home.toAbsolutePath().normalize();
        for (Path corpus : corpora) {
            Path file = corpus.toAbsolutePath().normalize();
            String name =
                    file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : ModelFile.name(file);
            command.append(" --corpus ").append(name);
        }
        return command.toString();
    }

    private static String told(Learned learned, boolean onTop, Path card) {
        StringBuilder text = new StringBuilder(
                onTop ? "on top of the models that were there (from nothing: --fresh)\n" : "from nothing\n");
        for (Score score : learned.scores()) text.append(score.line()).append('\n');
        for (ModelFile file : learned.files()) text.append(file).append('\n');
        return text.append(card.toAbsolutePath()).append('\n').toString();
    }
}
