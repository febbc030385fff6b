package huisheng.store;

/**
 * What was made under a {@link RequestKey}.
 *
 * @param id of the ticket, the case or the run
 * @param request fingerprint of what was asked then
 */
public record Made(long id, String request) {}
