package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huisheng.analysis.text.Normalisation;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A file of JSON lines with {@code text} and {@code label} pos or neg; gzipped where its name ends in .gz. Lines with
 * other labels are left out.
 */
record Corpus(String name, List<LabelledText> rows) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Corpus {
        rows = List.copyOf(rows);
    }

    static Corpus read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new FileNotFoundException("no corpus at " + file);
        List<LabelledText> rows = new ArrayList<>();
        try (BufferedReader lines = open(file)) {
            int number = 0;
            String line = lines.readLine();
            while (line != null) {
                number++;
                if (!line.isBlank()) add(line, file + ":" + number, rows);
                line = lines.readLine();
            }
        }
        return new Corpus(nameOf(file), rows);
    }

    private static void add(String line, String place, List<LabelledText> rows) throws IOException {
        JsonNode row = MAPPER.readTree(line);
        JsonNode text = row.get("text");
        JsonNode label = row.get("label");
        if (text == null || label == null) throw new IOException(place + " lacks text or label");
        switch (label.asText()) {
            case "pos", "positive" ->
                rows.add(new LabelledText(Normalisation.normalise(text.asText()).text(), true));
            case "neg", "negative" ->
                rows.add(new LabelledText(Normalisation.normalise(text.asText()).text(), false));
            default -> {}
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.jsonl(\\.gz)?$", "");
    }
}
