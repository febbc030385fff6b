package huisheng.store;

import java.util.List;

/**
 * An alert as it shall stand from now on.
 *
 * @param log what has happened to it with that
 * @param events what is told outside of it, in the same transaction
 */
public record AlertWrite(StoredAlert alert, List<AlertLog> log, List<NewEvent> events) {
    public AlertWrite {
        log = List.copyOf(log);
        events = List.copyOf(events);
    }
}
