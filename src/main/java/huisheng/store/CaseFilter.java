package huisheng.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted.
 *
 * @param audiences of the caller: a case for others is not there
 * @param archived whether those too that were put away
 */
public record CaseFilter(
        Set<String> audiences,
        @Nullable String type,
        @Nullable String impact,
        boolean archived) {
    public CaseFilter {
        audiences = Set.copyOf(audiences);
    }
}
