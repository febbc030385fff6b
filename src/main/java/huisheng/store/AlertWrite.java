package huisheng.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it shall stand from now on.
 *
 * @param log what has happened to it with that
 * @param events what is told outside of it, in the same transaction
 * @param unheard what shall be written instead where no target takes any of the events; null where that is all the same
 */
public record AlertWrite(
        StoredAlert alert,
        List<AlertLog> log,
        List<NewEvent> events,
        @Nullable AlertWrite unheard) {
    public AlertWrite {
        log = List.copyOf(log);
        events = List.copyOf(events);
    }

    public AlertWrite(StoredAlert alert, List<AlertLog> log, List<NewEvent> events) {
        this(alert, log, events, null);
    }

    public static AlertWrite quiet(StoredAlert alert) {
        return new AlertWrite(alert, List.of(), List.of());
    }

    /** @param taken how many targets took an event, by its key */
    AlertWrite heard(Map<String, Integer> taken) {
        boolean heard = events.stream().anyMatch(event -> taken.containsKey(event.key()));
        return unheard == null || heard ? this : unheard;
    }
}
