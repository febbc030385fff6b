package huisheng.http;

import huisheng.access.Principal;
import huisheng.alert.rule.Rule;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The alert rules. A rule that names anything is there for those alone who may see all that it is about, and which
 * targets it tells is told to administrators.
 */
public interface RuleBook {
    Future<List<RuleView>> list(Principal caller);

    Future<Optional<RuleView>> find(Principal caller, long id);

    /** Fails with a {@link ProblemException} for a target that there is not. */
    Future<RuleView> add(Principal caller, Rule rule);

    /** Fails as {@link #add}, and with a conflict where the rule has another version than expected. */
    Future<Optional<RuleView>> put(Principal caller, long id, Rule rule, @Nullable Integer expected);

    Future<Boolean> delete(Principal caller, long id);

    /** As it was shipped; fails with a conflict where it was not. */
    Future<Optional<RuleView>> reset(Principal caller, long id);

    /** Nobody is told of its alerts until then. */
    Future<Optional<RuleView>> mute(Principal caller, long id, Instant until);
}
