package huisheng.store;

import java.time.Instant;

/**
 * A ticket or a run of which something is due.
 *
 * @param key names the event that tells it, so that it is told once; another once it is due at another time
 * @param what of a ticket {@code respond}, {@code implement} or {@code verify}; of a run the number of the step, from 1 on
 * @param over whether it is past; else it will be soon
 */
public record Due(StoredDocument document, String key, String what, Instant at, boolean over) {}
