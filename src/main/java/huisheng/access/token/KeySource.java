package huisheng.access.token;

import io.vertx.core.Future;

/** Where the provider shows its public keys. */
@FunctionalInterface
interface KeySource {
    /** The document as the provider gives it now. */
    Future<String> fetch();
}
