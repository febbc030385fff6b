package huisheng.learning.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import huisheng.json.Json;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A file of JSON lines, gzipped where its name ends in .gz, or a folder of such files. */
record RowFile(String name, List<Row> rows) {
    private static final Pattern ENDING = Pattern.compile("\\.jsonl(\\.gz)?$");

    RowFile {
        rows = List.copyOf(rows);
    }

    /** A folder is one set: its files in the order of their names. */
    static RowFile read(Path place) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : files(place)) addAll(file, rows);
        if (rows.isEmpty()) throw new IOException(place + " has no rows");
        return new RowFile(nameOf(place.toAbsolutePath().normalize()), rows);
    }

    private static List<Path> files(Path place) throws IOException {
        if (Files.isRegularFile(place)) return List.of(place);
        if (!Files.isDirectory(place)) throw new FileNotFoundException("no file at " + place);
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(file -> ENDING.matcher(file.toString()).find())
                    .sorted()
                    .toList();
        }
    }

    private static void addAll(Path file, List<Row> rows) throws IOException {
        String name = nameOf(file);
        try (BufferedReader lines = open(file)) {
            int number = 0;
            String line = lines.readLine();
            while (line != null) {
                number++;
                if (!line.isBlank()) rows.add(row(line, file + ":" + number, name + "-" + number));
                line = lines.readLine();
            }
        }
    }

    private static String nameOf(Path place) {
        return ENDING.matcher(String.valueOf(place.getFileName())).replaceFirst("");
    }

    private static Row row(String line, String place, String id) throws IOException {
        try {
            return Row.of(place, id, Json.MAPPER.readTree(line));
        } catch (JsonProcessingException e) {
            // the parser's own message would quote the review
            throw new IOException(
                    place + " is no JSON, column " + e.getLocation().getColumnNr(), e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
