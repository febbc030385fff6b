package huisheng.learning;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Draft;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.model.Grams;
import huisheng.analysis.model.WordClusters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Learns clusters of words from unlabelled text: plain lines, or JSON lines with {@code text}. */
final class WordsTrainer {
    private static final int SIZE = 64;
    private static final int EPOCHS = 1;
    private static final int RAREST = 10;
    private static final int COARSE = 150;
    private static final int FINE = 1_000;
    private static final int LONGEST_LINE = 2_000;

    private WordsTrainer() {}

    static Learned train(Path home, Path models, String pack, List<String> lines) throws IOException {
        Pipeline words = PipelineFactory.words(home, pack);
        List<String[]> sentences =
                lines.parallelStream().map(line -> words(words, line)).toList();
        TreeMap<String, Long> vocabulary = new TreeMap<>();
        for (String[] sentence : sentences) {
            for (String word : sentence) vocabulary.merge(word, 1L, Long::sum);
        }
        vocabulary.values().removeIf(count -> count < RAREST);
        vocabulary.keySet().removeIf(String::isBlank);
        if (vocabulary.size() < FINE) throw new IllegalArgumentException("too little text for clusters of words");
        WordVectors vectors = WordVectors.train(vocabulary, sentences, SIZE, EPOCHS);
        String[] known = vectors.words();
        float[][] places = new float[known.length][];
        for (int w = 0; w < known.length; w++) places[w] = vectors.vector(w);
        WordClusters clusters = WordClusters.of(known, Clusters.of(places, COARSE, 3), Clusters.of(places, FINE, 5));
        return new Learned(List.of(ModelFile.write(models.resolve("words.bin"), clusters::save)), List.of());
    }

    static List<String> lines(Path file) throws IOException {
        if (file.toString().endsWith(".txt")) return Files.readAllLines(file, StandardCharsets.UTF_8);
        return Corpus.read(file).rows().stream()
                .map(row -> row.path("text").asText())
                .toList();
    }

    private static String[] words(Pipeline pipeline, String line) {
        String text = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        Draft draft = pipeline.read(AnalysisRequest.of(text));
        char[] folded = Grams.fold(draft.normalised);
        return draft.tokens.stream()
                .map(token -> new String(folded, token.start(), token.end() - token.start()))
                .toArray(String[]::new);
    }
}
