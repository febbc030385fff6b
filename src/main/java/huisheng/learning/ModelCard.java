package huisheng.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page beside a family of models. A training writes its command, the files' hashes, the sets and what was measured on
 * rows held out; every other word is people's and stays. The same training gives the same page: it has no date and no
 * machine's path.
 */
final class ModelCard {
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:Command|Then): `(.*)`$");
    private static final Pattern HASH = Pattern.compile("(?m)^\\| `.*` \\| \\d+ \\| `[0-9a-f]{64}` \\|$");
    private static final Pattern SOURCE = Pattern.compile("(?m)^\\| ([^|]*) \\| ([0-9]+) \\| ([^|]*) \\|$");
    private static final String SOURCES = "Trained on";
    private static final String MEASURED = "Rows held out";
    private static final String SCORES = "Scores";
    private static final String OUTDATED = "Of the files before the last training: ";
    private static final String UNKNOWN = "not said";

    /** The text before the first heading is under the empty name. */
    private final Map<String, String> sections = new LinkedHashMap<>();

    private ModelCard(String text) {
        for (String section : text.split("(?m)^## ", -1)) {
            int line = sections.isEmpty() ? -1 : section.indexOf('\n');
            String name = line < 0 ? "" : section.substring(0, line).strip();
            String previous = sections.put(name, section.substring(line + 1).strip());
            if (previous != null) throw new IllegalArgumentException("two sections '" + name + "' in a model card");
        }
    }

    /** @param opening for a card that is not there yet */
    static ModelCard read(Path file, String opening) throws IOException {
        return new ModelCard(Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : opening);
    }

    /** @param onTop of the models that were there: their commands and sets still count */
    String after(String command, boolean onTop, Learned trained, List<Source> sources) {
        String before = sections.getOrDefault("", "");
        List<String> commands = new ArrayList<>();
        Matcher known = COMMAND.matcher(before);
        while (onTop && known.find()) commands.add(known.group(1));
        if (commands.isEmpty() || !commands.getLast().equals(command)) commands.add(command);
        String files = files(trained.files());
        if (!hashes(before).equals(hashes(files))) outdateScores();
        Matcher first = COMMAND.matcher(before);
        String prose = (first.find() ? before.substring(0, first.start()) : before).strip();
        return text(prose + "\n\n" + commands(commands) + "\n\n" + files, sets(onTop, sources), trained.scores());
    }

    private String text(String head, String sets, List<Score> scores) {
        StringBuilder text =
                new StringBuilder(head).append("\n## " + SOURCES + "\n\n").append(sets);
        if (!scores.isEmpty()) text.append("\n## " + MEASURED + "\n\n").append(measured(scores));
        sections.forEach((name, body) -> {
            if (name.isEmpty() || name.equals(SOURCES) || name.equals(MEASURED)) return;
            text.append("\n## ").append(name).append("\n\n").append(body).append('\n');
        });
        return text.toString();
    }

    private static String commands(List<String> commands) {
        StringBuilder text = new StringBuilder();
        for (String command : commands) {
            text.append(text.isEmpty() ? "Command: `" : "\nThen: `")
                    .append(command)
                    .append('`');
        }
        return text.toString();
    }

    private static String files(List<ModelFile> files) {
        StringBuilder text = new StringBuilder("| file | bytes | SHA-256 |\n|---|---|---|\n");
        for (ModelFile file : files) {
            text.append("| `%s` | %d | `%s` |\n".formatted(file.path().getFileName(), file.bytes(), file.sha256()));
        }
        return text.toString();
    }

    private static List<String> hashes(String text) {
        return HASH.matcher(text).results().map(result -> result.group()).toList();
    }

    private void outdateScores() {
        sections.computeIfPresent(SCORES, (name, body) -> body.startsWith(OUTDATED) ? body : OUTDATED + body);
    }

    private String sets(boolean onTop, List<Source> sources) {
        Map<String, Source> known = new LinkedHashMap<>();
        Matcher rows = SOURCE.matcher(sections.getOrDefault(SOURCES, ""));
        while (rows.find()) {
            known.put(rows.group(1), new Source(rows.group(1), Integer.parseInt(rows.group(2)), rows.group(3)));
        }
        Map<String, Source> all = onTop ? new LinkedHashMap<>(known) : new LinkedHashMap<>();
        for (Source source : sources) all.put(source.set(), source);
        StringBuilder text = new StringBuilder("| set | rows | licence stated by its source |\n|---|---|---|\n");
        for (Source source : all.values()) {
            Source before = known.getOrDefault(source.set(), source);
            String licence = source.licence().isEmpty() ? before.licence() : source.licence();
            text.append(
                    "| %s | %d | %s |\n".formatted(source.set(), source.rows(), licence.isEmpty() ? UNKNOWN : licence));
        }
        return text + "\nOnly weights learned from these texts are in the files, no text of them.\n";
    }

    private static String measured(List<Score> scores) {
        StringBuilder text = new StringBuilder("Each row was judged by a model that had not seen it. Thresholds were"
                + " chosen on the same rows, which flatters a little.\n\n"
                + "| file | labels | rows | precision | recall | F1 |\n|---|---|---|---|---|---|\n");
        for (Score score : scores) {
            text.append(score.line()).append('\n');
        }
        return text.toString();
    }
}
