package huisheng.analysis.english;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.text.LanguageStage;
import huisheng.review.NoiseType;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a review whose language is English from its masked text to its last label; leaves all others alone. */
final class EnglishStage implements Stage {
    private final EnglishReader reader;
    private final Models models;
    private final Opinions opinions;
    private final Comparisons comparisons;
    private final Set<String> stopwords;

    /** @param clauses tells what a clause says; {@code labels} all else of the whole text */
    record Models(HeadModel sign, HeadModel clauses, HeadModel labels) {}

    EnglishStage(EnglishReader reader, Models models, Pack pack, Pack general) {
        this.reader = reader;
        this.models = models;
        this.opinions = new Opinions(pack, general);
        this.comparisons = new Comparisons(pack.competitors().stream()
                .flatMap(
                        c -> java.util.stream.Stream.concat(java.util.stream.Stream.of(c.name()), c.aliases().stream()))
                .toList());
        this.stopwords = pack.stopwords();
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.LANGUAGE);
    }

    @Override
    public Layer adds() {
        return Layer.ENGLISH;
    }

    @Override
    public void annotate(Draft draft) {
        if (!LanguageStage.ENGLISH.equals(draft.language)) return;
        Reading reading = reading(draft.request().text());
        if (reading.text().words.isEmpty()) return;
        draft.noise.addAll(Noises.in(reading));
        draft.keywords = EnglishKeywords.of(reading.text(), stopwords);
        draft.sentiment = Stance.of(reading, draft.noise, () -> EvidenceWords.of(reading.text(), models.sign()));
        if (!isContent(draft.noise)) return;
        SentimentLabel stance = draft.sentiment.label();
        draft.opinions.addAll(opinions.in(reading, stance));
        draft.risks = List.copyOf(RiskFinder.in(reading, stance));
        draft.intents = List.copyOf(Intents.in(reading, stance, draft.opinions, draft.risks));
        draft.needs = Needs.in(reading, draft.intents);
        draft.comparisons = comparisons.in(reading, draft.opinions);
    }

    /** A set phrase is somebody's praise; what the system, idle fingers or a seller wrote says nothing. */
    private static boolean isContent(Set<NoiseType> noise) {
        return noise.isEmpty() || noise.contains(NoiseType.TEMPLATE);
    }

    private Reading reading(String masked) {
        EnglishText text = reader.read(masked);
        Signs signs = Signs.of(text, models.sign());
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < text.clauses(); i++) {
            judgements.add(Judgement.of(models.clauses(), models.clauses().margins(ClauseFeatures.of(text, i, signs))));
        }
        return new Reading(text, signs, judgements, models.labels());
    }
}
