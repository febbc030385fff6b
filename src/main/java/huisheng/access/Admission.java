package huisheng.access;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * A caller, and whether what was shown still holds: a stream may live for days, a key may be revoked meanwhile.
 *
 * @param stillHolds asked again at any time
 */
public record Admission(Principal principal, Supplier<Future<Boolean>> stillHolds) {}
