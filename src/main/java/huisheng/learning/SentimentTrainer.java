package huisheng.learning;

import huisheng.analysis.sentiment.SentimentModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains the sentiment model. The same corpora in the same order give the same bytes. */
public final class SentimentTrainer {
    private static final int BITS = 22;
    /** Every so many-th row is kept aside to calibrate the probability, and joins the training afterwards. */
    private static final int CALIBRATION = 10;
    /** Fewer held-out rows than this say nothing about probability. */
    private static final int MIN_CALIBRATION = 50;

    private final LinearTrainer trainer = new LinearTrainer(1 << BITS, LinearTrainer.Options.DEFAULT);

    private SentimentTrainer() {}

    /** Trains without development sets: the card then has no scores. */
    public static TrainingReport train(List<Path> corpora, Path output) throws IOException {
        return train(corpora, List.of(), output);
    }

    /**
     * Blocks, half a minute for a hundred thousand rows. Replaces the model and writes its card beside it.
     *
     * @param corpora files of JSON lines with {@code text} and {@code label} pos or neg, gzipped or plain
     * @param development sets of the same form that are only scored
     */
    public static TrainingReport train(List<Path> corpora, List<Path> development, Path output) throws IOException {
        long start = System.nanoTime();
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<LabelledText> rows = new ArrayList<>();
        for (Path file : corpora) {
            Corpus corpus = Corpus.read(file);
            counts.put(corpus.name(), corpus.rows().size());
            rows.addAll(corpus.rows());
        }
        SentimentModel model = new SentimentTrainer().fit(rows);
        Path absolute = output.toAbsolutePath();
        write(model, absolute);
        List<ModelCard.Score> scores = new ArrayList<>();
        for (Path file : development) scores.add(ModelCard.Score.of(model, Corpus.read(file)));
        ModelCard card = new ModelCard(counts, scores, sha256(absolute), Files.size(absolute));
        Files.writeString(ModelCard.beside(absolute), card.text());
        return new TrainingReport(
                Map.copyOf(counts), card.sha256(), card.bytes(), (System.nanoTime() - start) / 1e9, card.summary());
    }

    /** @throws IllegalArgumentException where one sign has no rows */
    private SentimentModel fit(List<LabelledText> rows) {
        long positives = rows.stream().filter(LabelledText::positive).count();
        if (positives == 0 || positives == rows.size()) {
            throw new IllegalArgumentException("a sentiment model needs positive and negative rows");
        }
        List<Features> all = rows.stream().map(row -> Features.of(row, BITS)).toList();
        Calibration calibration = calibrate(rows, all);
        LinearTrainer.Weights weights = trainer.fit(all);
        return SentimentModel.of(
                weights.slots(), weights.bias(), (float) calibration.slope(), (float) calibration.offset());
    }

    private Calibration calibrate(List<LabelledText> rows, List<Features> all) {
        List<Features> fitted = new ArrayList<>();
        List<LabelledText> heldOut = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i % CALIBRATION == 0) heldOut.add(rows.get(i));
            else fitted.add(all.get(i));
        }
        if (heldOut.size() < MIN_CALIBRATION) return new Calibration(3, 0);
        LinearTrainer.Weights weights = trainer.fit(fitted);
        SentimentModel model = SentimentModel.of(weights.slots(), weights.bias(), 1, 0);
        double[] margins = new double[heldOut.size()];
        boolean[] positive = new boolean[heldOut.size()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = model.margin(heldOut.get(i).text());
            positive[i] = heldOut.get(i).positive();
        }
        return Calibration.fit(margins, positive);
    }

    /** Through a neighbour, so that a service that loads meanwhile sees the old model or the new one. */
    private static void write(SentimentModel model, Path output) throws IOException {
        Path folder = output.getParent();
        if (folder != null) Files.createDirectories(folder);
        Path partial = output.resolveSibling(output.getFileName() + ".partial");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
            model.save(out);
        }
        Files.move(partial, output, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
