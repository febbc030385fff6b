package huisheng.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A set that a model has learned from.
 *
 * @param licence as its source states it; empty where nobody has said
 */
record Source(String set, int rows, String licence) {
    /** Beside the corpora, one set a line: its name, a tab, what its source says of the licence. */
    static final String LICENCES = "licences.tsv";

    Source {
        set = set.replace('|', '/');
        licence = licence.replace('|', '/');
    }

    /** @param licences by set, before those of the file beside the corpus */
    static Source of(Path corpus, int rows, Map<String, String> licences) throws IOException {
        String set = setOf(corpus);
        String licence = licences.get(set);
        return new Source(set, rows, licence == null ? beside(corpus).getOrDefault(set, "") : licence);
    }

    /** Parts of one set are one source. */
    static List<Source> together(List<Source> all) {
        Map<String, Source> bySet = new LinkedHashMap<>();
        for (Source source : all) bySet.merge(source.set, source, Source::and);
        return new ArrayList<>(bySet.values());
    }

    private Source and(Source part) {
        return new Source(set, rows + part.rows, licence.isEmpty() ? part.licence : licence);
    }

    /** The name of the file, of {@code part-1.jsonl} and so on that of the folder. */
    private static String setOf(Path corpus) {
        String name = Corpus.nameOf(corpus);
        Path folder = corpus.toAbsolutePath().normalize().getParent();
        return folder != null && name.matches("part-\\d+") ? ModelFile.name(folder) : name;
    }

    private static Map<String, String> beside(Path corpus) throws IOException {
        Map<String, String> licences = new LinkedHashMap<>();
        Path file = corpus.resolveSibling(LICENCES);
        if (!Files.isRegularFile(file)) return licences;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] fields = line.split("\t", 2);
            if (fields.length == 2 && !line.startsWith("#")) licences.put(fields[0].strip(), fields[1].strip());
        }
        return licences;
    }
}
