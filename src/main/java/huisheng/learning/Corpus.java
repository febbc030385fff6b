package huisheng.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** A file of labelled reviews, one JSON object a line, each with a {@code text}; gzipped where its name ends in .gz. */
record Corpus(String name, List<JsonNode> rows) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Corpus {
        rows = List.copyOf(rows);
    }

    /** @throws IOException that names file and line where a line is no such object */
    static Corpus read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new FileNotFoundException("no corpus at " + file);
        List<JsonNode> rows = new ArrayList<>();
        try (BufferedReader lines = open(file)) {
            int number = 0;
            String line = lines.readLine();
            while (line != null) {
                number++;
                if (!line.isBlank()) rows.add(row(line, file + ":" + number));
                line = lines.readLine();
            }
        }
        return new Corpus(nameOf(file), rows);
    }

    static List<Corpus> readAll(List<Path> files) throws IOException {
        List<Corpus> all = new ArrayList<>();
        for (Path file : files) all.add(read(file));
        return all;
    }

    private static JsonNode row(String line, String place) throws IOException {
        try {
            JsonNode row = MAPPER.readTree(line);
            if (!row.path("text").isTextual()) throw new IOException(place + ": no text");
            return row;
        } catch (JsonProcessingException e) {
            throw new IOException(place + ": no JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(jsonl|txt)(\\.gz)?$", "");
    }
}
