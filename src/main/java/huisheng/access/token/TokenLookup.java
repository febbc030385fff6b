package huisheng.access.token;

import huisheng.access.Principal;
import io.vertx.core.Future;
import java.util.Optional;

/** Whom a token names. Safe from any thread. */
@FunctionalInterface
public interface TokenLookup {
    /** Where no provider is set, no token is good. */
    TokenLookup NONE = token -> Future.succeededFuture(Optional.empty());

    /** Empty where it is no token, or not good for this service. */
    Future<Optional<Principal>> verify(String token);
}
