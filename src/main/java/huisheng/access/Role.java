package huisheng.access;

import huisheng.review.Dimension;
import huisheng.review.Labelled;
import huisheng.review.Scope;
import java.util.EnumSet;
import java.util.Set;

/** What a person is in the company: it gives the rights, and says by what the scope is drawn. */
public enum Role implements Labelled {
    /** Sees all. */
    EXECUTIVE,
    /** Brands or products. */
    DEPARTMENT,
    /** Regions, channels or stores, of some brands or products where that is said. */
    POST,
    /** Keeps the service running, and may do everything. */
    ADMINISTRATOR;

    public Set<Right> rights() {
        return switch (this) {
            case EXECUTIVE -> EnumSet.of(Right.READ);
            case DEPARTMENT -> EnumSet.of(Right.READ, Right.CORRECT, Right.HANDLE);
            case POST -> EnumSet.of(Right.READ, Right.HANDLE);
            case ADMINISTRATOR -> EnumSet.of(Right.ADMIN);
        };
    }

    /** Of which dimensions a scope must restrict one; none where the role sees all. */
    public Set<Dimension> oneOf() {
        return switch (this) {
            case EXECUTIVE, ADMINISTRATOR -> EnumSet.noneOf(Dimension.class);
            case DEPARTMENT -> EnumSet.of(Dimension.BRAND, Dimension.PRODUCT);
            case POST -> EnumSet.of(Dimension.REGION, Dimension.CHANNEL, Dimension.STORE);
        };
    }

    /** Whether a person in this role may have that scope: no wider than the role, and by its dimensions. */
    public boolean fits(Scope scope) {
        Set<Dimension> restricted = scope.only().keySet();
        Set<Dimension> allowed = this == POST ? Scope.DIMENSIONS : oneOf();
        return allowed.containsAll(restricted)
                && (oneOf().isEmpty() || restricted.stream().anyMatch(oneOf()::contains));
    }
}
