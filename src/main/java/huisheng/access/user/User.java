package huisheng.access.user;

import huisheng.access.Principal;
import huisheng.access.Role;
import huisheng.review.Labelled;
import huisheng.review.Scope;
import huisheng.store.StoredUser;
import huisheng.store.UserTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who may log in. */
public record User(
        long id,
        String login,
        Profile profile,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    /**
     * What an administrator says about a person.
     *
     * @param team whose work the person does; null for none
     */
    public record Profile(
            String name, Role role, Scope scope, @Nullable String team, boolean disabled) {
        public Profile {
            if (!role.fits(scope)) throw new IllegalArgumentException("a scope that the role cannot have");
        }

        UserTable.Profile stored() {
            return new UserTable.Profile(name, role.label(), scope, team, disabled);
        }
    }

    static User of(StoredUser stored) {
        Profile profile = new Profile(
                stored.name(),
                Labelled.of(Role.class, stored.role()),
                stored.scope(),
                stored.team(),
                stored.disabledAt() != null);
        return new User(stored.id(), stored.login(), profile, stored.createdAt(), stored.disabledAt());
    }

    /** In the name of the login, which is one person's for as long as there is the user. */
    public Principal principal() {
        return new Principal(
                Principal.Kind.USER, id, login, profile.scope(), profile.role().rights(), profile.team());
    }
}
