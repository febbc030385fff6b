package huisheng.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event of {@code events.yaml}; see the comments there. */
record EventPlan(
        String id,
        String kind,
        int start,
        int end,
        Map<String, List<String>> segment,
        List<String> words,
        String aspect,
        String direction,
        int alertLevel,
        List<DemoTruth.Promise> promises,
        List<Voice> voices) {
    /** A group of reviews that tell the event in the same way. */
    record Voice(
            String label,
            int reviews,
            Stance stance,
            String pool,
            @Nullable String then,
            @Nullable String shape,
            @Nullable Set<String> avoid,
            int extra,
            @Nullable String variant,
            boolean copied,
            @Nullable Integer rating,
            @Nullable List<String> channels,
            @Nullable String batch,
            @Nullable Map<String, List<String>> only) {
        boolean rising() {
            return "rising".equals(shape);
        }
    }

    static List<EventPlan> read(Path corpus) {
        return Yaml.readList(corpus.resolve("events.yaml"), EventPlan.class);
    }

    /** The values a dimension is held to in a voice; empty where it is free. */
    List<String> values(Voice voice, String dimension) {
        if (voice.only() != null && voice.only().containsKey(dimension))
            return voice.only().get(dimension);
        return segment.getOrDefault(dimension, List.of());
    }
}
