package huisheng.learning;

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
     * @param model words, sentiment, labels, opinions, aspects or english
     * @return what was written, as text
     * @throws IllegalArgumentException where there is no such model, or the corpora do not teach it
     */
    public String run(String model, List<Path> corpora) throws IOException {
        Family family = family(model);
        List<Source> sources = new ArrayList<>();
        Learned learned;
        if (family == Family.WORDS) {
            List<String> lines = new ArrayList<>();
            for (Path file : corpora) {
                List<String> own = WordsTrainer.lines(file);
                sources.add(Source.of(file, own.size(), licences));
                lines.addAll(own);
            }
            learned = WordsTrainer.train(home, models, pack, lines);
        } else {
            TrainingPlan plan = new TrainingPlan(home, models, pack, Corpus.readAll(corpora));
            for (int i = 0; i < corpora.size(); i++) {
                sources.add(
                        Source.of(corpora.get(i), plan.corpora().get(i).rows().size(), licences));
            }
            learned = train(family, plan);
        }
        Path card = models.resolve(family.card(pack));
        String text = ModelCard.read(card, family.opening(pack))
                .after(command(family, corpora), false, learned, Source.together(sources));
        Files.writeString(card, text, StandardCharsets.UTF_8);
        return told(learned, card);
    }

    private static Family family(String model) {
        for (Family family : Family.values()) {
            if (family.model().equals(model.toLowerCase(Locale.ROOT))) return family;
        }
        throw new IllegalArgumentException(
                "'" + model + "' is no model: words, sentiment, labels, opinions, aspects, english");
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

    private static String told(Learned learned, Path card) {
        StringBuilder text = new StringBuilder();
        for (ModelFile file : learned.files()) text.append(file).append('\n');
        return text.append(card.toAbsolutePath()).append('\n').toString();
    }
}
