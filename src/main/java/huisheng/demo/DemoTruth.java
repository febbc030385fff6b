package huisheng.demo;

import huisheng.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was planted in a corpus, for the tests of whatever should find it. Days count from 0, the first of the period, so
 * the truth holds for any last day.
 *
 * @param days length of the period
 * @param reviews how many reviews the corpus holds
 */
public record DemoTruth(long seed, int reviews, int days, List<Event> events) {
    public DemoTruth {
        events = List.copyOf(events);
    }

    /**
     * One planted event; both days belong to it.
     *
     * @param segment the reviews it touches, by dimension
     * @param words in every review of the event, or (health-risk, competitor-price) at least one of them
     * @param direction how the words' share moves in the segment
     * @param alertLevel 1 = act in 24 h, 2 = 48 h, 3 = 72 h, 0 = no alert
     * @param promises how soon the alert comes; none where there is none
     * @param ids the planted reviews as {@code channel/externalId}, by what they say (for a pilot: variant and sign)
     */
    public record Event(
            String id,
            String kind,
            int start,
            int end,
            Map<String, List<String>> segment,
            List<String> words,
            String aspect,
            String direction,
            int alertLevel,
            List<Promise> promises,
            Map<String, List<String>> ids) {
        /** Ids of the reviews that count as signs of what was promised. */
        public Stream<String> signs(Promise promise) {
            String voice = promise.voice();
            return voice == null ? allIds() : ids.getOrDefault(voice, List.of()).stream();
        }

        public Stream<String> allIds() {
            return ids.values().stream().flatMap(List::stream);
        }
    }

    /**
     * How soon after which of an event's reviews somebody is told of it.
     *
     * @param voice that alone counts; null for all
     * @param sign number of the review in order of time, from 1
     */
    public record Promise(@Nullable String voice, int sign, int hours) {}

    public Event event(String id) {
        return events.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
    }

    /** Ids of all planted reviews. */
    public Set<String> planted() {
        return events.stream().flatMap(Event::allIds).collect(Collectors.toSet());
    }

    /** The truth of the corpus that {@code ./huisheng demo} loads. */
    public static DemoTruth read(Path corpus) throws IOException {
        return Json.read(Files.readString(corpus.resolve("truth.json")), DemoTruth.class);
    }

    String toJson() throws IOException {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }
}
