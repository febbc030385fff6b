package huisheng.store;

import io.vertx.core.buffer.Buffer;

/**
 * What a push was answered.
 *
 * @param request fingerprint of the request that it answers
 * @param counts the beginning of the answer
 * @param results the rest, deflated
 */
public record KeptAnswer(String request, String counts, Buffer results) {}
