package huisheng.store;

/**
 * An event that one target has not been told of yet.
 *
 * @param key of the event
 * @param body the event's notice as JSON
 * @param urgent goes before others, and never into a digest
 * @param alone a digest with it was refused, so it is to go by itself
 * @param failures how often it, or its target before its turn, failed
 */
public record OpenDelivery(long id, String key, String body, boolean urgent, boolean alone, int failures) {}
