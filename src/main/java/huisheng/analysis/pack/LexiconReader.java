package huisheng.analysis.pack;

import huisheng.review.Labelled;
import huisheng.review.Polarity;
import huisheng.review.RiskType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the tab-separated word lists; every complaint names file and line. */
final class LexiconReader {
    /** A quantifier has numbers in its braces. */
    private static final Pattern PART = Pattern.compile("\\{([a-z-]+)}");

    private final Path folder;
    private final FileReader files;

    /** Gives a file's bytes and remembers them for the version. */
    interface FileReader {
        byte[] read(Path file);
    }

    LexiconReader(Path folder, FileReader files) {
        this.folder = folder;
        this.files = files;
    }

    Lexicon read() {
        return new Lexicon(
                cues(folder.resolve("opinions.tsv")),
                cues(folder.resolve("emoji.tsv")),
                operators(folder.resolve("operators.tsv")),
                patterns(folder.resolve("patterns.tsv")),
                risks(folder.resolve("risks.tsv")),
                risks(folder.resolve("plights.tsv")));
    }

    private Map<String, Cue> cues(Path file) {
        Map<String, Cue> cues = new LinkedHashMap<>();
        for (Row row : rows(file, 3)) {
            Cue cue = new Cue(null, polarity(file, row, 0), row.number(file, 1), false);
            for (String word : row.words(2)) {
                if (cues.put(word, cue) != null) {
                    throw new PackException(file, row.place(), "词语重复：" + word, "duplicate word " + word);
                }
            }
        }
        return cues;
    }

    private Map<Operator, Map<String, Double>> operators(Path file) {
        Map<Operator, Map<String, Double>> operators = new EnumMap<>(Operator.class);
        for (Row row : rows(file, 3)) {
            Operator kind;
            try {
                kind = Operator.of(row.fields().get(0));
            } catch (IllegalArgumentException e) {
                throw new PackException(
                        file,
                        row.place(),
                        "没有这种类别：" + row.fields().get(0),
                        "unknown kind " + row.fields().get(0));
            }
            Map<String, Double> words = operators.computeIfAbsent(kind, k -> new LinkedHashMap<>());
            for (String word : row.words(2)) {
                if (words.put(word, row.number(file, 1)) != null) {
                    throw new PackException(file, row.place(), "词语重复：" + word, "duplicate word " + word);
                }
            }
        }
        return operators;
    }

    private List<SpeechPattern> patterns(Path file) {
        Map<String, String> parts = parts(folder.resolve("parts.tsv"));
        List<SpeechPattern> patterns = new ArrayList<>();
        for (Row row : rows(file, 7)) {
            List<String> f = row.fields();
            String aspect = f.get(3).equals("-") ? null : f.get(3);
            Polarity polarity = polarity(file, row, 1);
            try {
                Cue cue =
                        new Cue(aspect, polarity, row.number(file, 2), f.get(4).equals("fact"));
                Pattern whole = Pattern.compile(filledIn(f.get(6), parts, file, row));
                patterns.add(new SpeechPattern(f.get(0), cue, f.get(5), whole));
            } catch (PatternSyntaxException e) {
                throw new PackException(
                        file,
                        row.place(),
                        "句式 " + f.get(0) + " 不可用：" + e.getDescription(),
                        "pattern " + f.get(0) + ": " + e.getDescription());
            }
        }
        return List.copyOf(patterns);
    }

    private Map<String, String> parts(Path file) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (Row row : rows(file, 2))
            parts.put(row.fields().get(0), row.fields().get(1));
        return parts;
    }

    private static String filledIn(String expression, Map<String, String> parts, Path file, Row row) {
        return PART.matcher(expression).replaceAll(name -> {
            String part = parts.get(name.group(1));
            if (part == null) {
                throw new PackException(file, row.place(), "没有这个部分：" + name.group(1), "unknown part " + name.group(1));
            }
            return Matcher.quoteReplacement(part);
        });
    }

    private Map<String, List<RiskCue>> risks(Path file) {
        Map<String, List<RiskCue>> risks = new LinkedHashMap<>();
        for (Row row : rows(file, 3)) {
            RiskType type = riskType(file, row);
            RiskCue cue = new RiskCue(type, (int) row.number(file, 1));
            for (String word : row.words(2)) {
                List<RiskCue> cues = risks.computeIfAbsent(word, w -> new ArrayList<>());
                if (cues.stream().anyMatch(other -> other.type() == type)) {
                    throw new PackException(file, row.place(), "词语重复：" + word, "duplicate word " + word);
                }
                cues.add(cue);
            }
        }
        return risks;
    }

    private static RiskType riskType(Path file, Row row) {
        try {
            return Labelled.of(RiskType.class, row.fields().getFirst());
        } catch (IllegalArgumentException e) {
            throw new PackException(file, row.place(), "风险类型：" + e.getMessage(), "risk " + e.getMessage());
        }
    }

    private static Polarity polarity(Path file, Row row, int column) {
        try {
            return Labelled.of(Polarity.class, row.fields().get(column));
        } catch (IllegalArgumentException e) {
            throw new PackException(file, row.place(), "倾向：" + e.getMessage(), "polarity " + e.getMessage());
        }
    }

    private List<Row> rows(Path file, int columns) {
        List<Row> rows = new ArrayList<>();
        String[] lines = new String(files.read(file), StandardCharsets.UTF_8).split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank() || lines[i].startsWith("#")) {
                continue;
            }
            Row row = new Row(i + 1, List.of(lines[i].split("\t", -1)));
            if (row.fields().size() != columns) {
                throw new PackException(
                        file,
                        row.place(),
                        "需要 " + columns + " 列，以制表符分隔",
                        "needs " + columns + " columns parted by tabs");
            }
            rows.add(row);
        }
        return rows;
    }

    private record Row(int line, List<String> fields) {
        String place() {
            return "line " + line;
        }

        double number(Path file, int column) {
            try {
                return Double.parseDouble(fields.get(column));
            } catch (NumberFormatException e) {
                throw new PackException(
                        file, place(), fields.get(column) + " 不是数字", fields.get(column) + " is no number");
            }
        }

        List<String> words(int column) {
            return List.of(fields.get(column).strip().toLowerCase(Locale.ROOT).split(" +"));
        }
    }
}
