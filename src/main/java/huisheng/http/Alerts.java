package huisheng.http;

import huisheng.access.Principal;
import huisheng.store.AlertQuery;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts, as far as the caller's scope covers them. Answers are what is written as JSON. */
public interface Alerts {
    Future<? extends List<AlertView>> list(Principal caller, AlertQuery query);

    /** With what happened to it. */
    Future<Optional<AlertView>> find(Principal caller, long id);

    /** Fails with a conflict where it is closed; as do the next two. */
    Future<Optional<AlertView>> acknowledge(Principal caller, long id, @Nullable String comment);

    Future<Optional<AlertView>> close(Principal caller, long id, @Nullable String comment);

    Future<Optional<AlertView>> mute(Principal caller, long id, Instant until, @Nullable String comment);
}
