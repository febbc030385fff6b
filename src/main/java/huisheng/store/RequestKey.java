package huisheng.store;

/**
 * Under what a caller asks for something that is to be made once.
 *
 * @param key the caller and the name that the caller gave it, as a hash
 * @param request fingerprint of what is asked
 */
public record RequestKey(String key, String request) {}
