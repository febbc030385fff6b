package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.access.Role;
import huisheng.access.user.User;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says about a person.
 *
 * @param scope what the person may see, by dimension; null and {} for everything, where the role sees all
 * @param team null for none
 * @param disabled null for no
 */
record UserRequest(
        String name,
        Role role,
        @Nullable Map<Dimension, Set<String>> scope,
        @Nullable String team,
        @Nullable Boolean disabled) {
    private static final int MAX_NAME = 100;

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    UserRequest {
        if (name == null || name.isBlank()) throw ProblemException.value("/name", "missing");
        Values.check("/name", name, MAX_NAME);
        Values.check("/team", team, MAX_NAME);
        if (team != null && team.isBlank()) throw ProblemException.value("/team", "empty");
        if (role == null) throw ProblemException.value("/role", "missing");
        scope = ScopeRequest.checked(scope);
        if (!role.fits(new Scope(scope))) {
            throw ProblemException.value("/scope", "role", role.label(), ScopeRequest.keys(role.oneOf()));
        }
    }

    User.Profile profile() {
        return new User.Profile(
                name, role, new Scope(scope == null ? Map.of() : scope), team, disabled != null && disabled);
    }
}
