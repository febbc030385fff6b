package huisheng.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hand-written clauses, frames and slots of {@code corpora/demo/grammar}. */
record Grammar(
        List<Clauses> clauses,
        Frames frames,
        Planted planted,
        Map<String, List<String>> slots,
        Traditional traditional) {
    /** Clause templates about one topic, for writers who have all of {@code only} and none of {@code not}. */
    record Clauses(
            String topic,
            Stance polarity,
            @Nullable Set<String> only,
            @Nullable Set<String> not,
            List<String> clauses) {
        boolean fit(Set<String> tokens) {
            return Grammar.fit(only, not, tokens);
        }
    }

    record Texts(@Nullable Set<String> only, @Nullable Set<String> not, List<String> texts) {
        boolean fit(Set<String> tokens) {
            return Grammar.fit(only, not, tokens);
        }
    }

    record Frames(
            List<Texts> openers,
            List<String> also,
            List<String> but,
            List<String> yet,
            Map<String, List<Texts>> closers,
            Map<String, String> labels,
            Map<String, List<String>> emoji,
            Map<String, List<String>> tones,
            List<String> pii,
            Map<String, Double> weights) {}

    record Planted(
            List<String> defaults,
            List<String> fillers,
            List<String> templates,
            List<String> adverts,
            Map<String, List<String>> events) {}

    static Grammar read(Path corpus) {
        Path folder = corpus.resolve("grammar");
        List<Clauses> clauses = new ArrayList<>();
        for (String file : List.of("liquor.yaml", "parcel.yaml", "stance.yaml")) {
            clauses.addAll(Yaml.readList(folder.resolve(file), Clauses.class));
        }
        Frames frames = Yaml.read(folder.resolve("frames.yaml"), Frames.class);
        Planted planted = Yaml.read(folder.resolve("planted.yaml"), Planted.class);
        Slots slots = Yaml.read(folder.resolve("slots.yaml"), Slots.class);
        Traditional traditional = Traditional.read(folder);
        return new Grammar(List.copyOf(clauses), frames, planted, Map.copyOf(slots), traditional);
    }

    /** Every text of the house's own that a clause can start from, without those of events. */
    Stream<String> templates() {
        return clauses.stream().flatMap(c -> c.clauses().stream()).distinct();
    }

    private static boolean fit(@Nullable Set<String> only, @Nullable Set<String> not, Set<String> tokens) {
        return (only == null || tokens.containsAll(only))
                && (not == null || not.stream().noneMatch(tokens::contains));
    }

    @SuppressWarnings("serial")
    private static final class Slots extends java.util.LinkedHashMap<String, List<String>> {}
}
