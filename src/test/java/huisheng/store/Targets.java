package huisheng.store;

import huisheng.review.Scope;
import huisheng.store.TargetTable.NewTarget;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Targets as the tests of this package need them. */
final class Targets {
    private Targets() {}

    static NewTarget of(
            String name, String kind, Set<String> events, @Nullable Integer leastLevel, Scope scope, boolean enabled) {
        return new NewTarget(
                name,
                kind,
                "https://hooks.example/…",
                "c2VhbGVk",
                "zh",
                events,
                leastLevel,
                null,
                scope,
                enabled,
                "admin");
    }

    static NewTarget wecom(String name) {
        return of(name, "wecom", Set.of("alert.raised"), null, Scope.ALL, true);
    }
}
