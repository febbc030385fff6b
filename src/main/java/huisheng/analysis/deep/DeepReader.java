package huisheng.analysis.deep;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreEntityMention;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts with CoreNLP's models: people, organisations and places, and for English its own sentiment. A model is
 * loaded by the first text that needs it, which takes seconds. Safe from any thread; reads one text at a time.
 */
public final class DeepReader {
    private static final Set<String> KINDS = Set.of("person", "organization", "location");
    /** CoreNLP's five classes run from 0, very negative, to 4. */
    private static final int MIDDLE = 2;
    /** Sentences of one text that are read; parsing takes time that grows with the cube of a sentence. */
    private static final int MAX_LENGTH = 2_000;

    private static final double CLEAR = 0.1;

    private final Map<DeepModel, StanfordCoreNLP> loaded = new EnumMap<>(DeepModel.class);

    /** @throws DeepModelsMissing where no language's models are there */
    public DeepReader() {
        for (DeepModel model : DeepModel.values()) {
            if (model.isThere()) return;
        }
        throw new DeepModelsMissing();
    }

    /**
     * @param language as the analysis tells it
     * @return null where no models of the language are there
     */
    public synchronized @Nullable DeepReading read(@Nullable String language, String masked) {
        DeepModel model = model(language);
        if (model == null || !model.isThere()) return null;
        String text = masked.substring(0, Math.min(masked.length(), MAX_LENGTH));
        if (text.isBlank()) return null;
        CoreDocument document = loaded.computeIfAbsent(model, m -> new StanfordCoreNLP(m.settings()))
                .processToCoreDocument(text);
        DeepReading.Tone tone = model == DeepModel.ENGLISH ? tone(document) : null;
        return new DeepReading(model.language(), names(document, text), tone);
    }

    private static @Nullable DeepModel model(@Nullable String language) {
        if (language == null) return null;
        if (language.equals("en")) return DeepModel.ENGLISH;
        return language.startsWith("zh") ? DeepModel.CHINESE : null;
    }

    private static List<DeepReading.Name> names(CoreDocument document, String text) {
        List<DeepReading.Name> names = new ArrayList<>();
        List<CoreEntityMention> mentions = document.entityMentions();
        if (mentions == null) return names;
        for (CoreEntityMention mention : mentions) {
            String type = type(mention.entityType());
            int start = mention.charOffsets().first();
            int end = mention.charOffsets().second();
            if (KINDS.contains(type)) names.add(new DeepReading.Name(type, text.substring(start, end), start, end));
        }
        return names;
    }

    /** The Chinese models tell places that are governed from others. */
    private static String type(String entity) {
        String type = entity.toLowerCase(Locale.ROOT);
        return type.equals("gpe") || type.equals("facility") ? "location" : type;
    }

    private static DeepReading.@Nullable Tone tone(CoreDocument document) {
        double sum = 0;
        int sentences = 0;
        for (CoreMap sentence : document.annotation().get(CoreAnnotations.SentencesAnnotation.class)) {
            Tree tree = sentence.get(SentimentCoreAnnotations.SentimentAnnotatedTree.class);
            if (tree == null) continue;
            sum += (RNNCoreAnnotations.getPredictedClass(tree) - MIDDLE) / (double) MIDDLE;
            sentences++;
        }
        if (sentences == 0) return null;
        double score = Math.round(1000 * sum / sentences) / 1000.0;
        String label = score > CLEAR ? "positive" : score < -CLEAR ? "negative" : "neutral";
        return new DeepReading.Tone(label, score, sentences);
    }
}
