package huisheng.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import huisheng.store.StoredDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is shown.
 *
 * @param version to be named by who changes it
 * @param about the scope of reviews that it may rest on
 * @param evidence numbers of reviews that the caller may see; null in lists
 * @param score how well it fits what was searched; null where nothing was
 * @param shared words that it has in common with the text it was found by, the longest first; null where nothing was
 */
public record CaseView(
        long id,
        int version,
        Map<Dimension, Set<String>> about,
        @JsonProperty("case") CaseFile file,
        @Nullable List<Long> evidence,
        @Nullable Double score,
        @Nullable List<String> shared) {
    /** {@link #about} as a scope. */
    public Scope scope() {
        return new Scope(about);
    }

    static CaseView of(StoredDocument stored) {
        CaseFile file = Json.read(stored.body(), CaseFile.class);
        return new CaseView(stored.id(), stored.version(), stored.about().only(), file, null, null, null);
    }

    CaseView with(List<Long> reviews) {
        return new CaseView(id, version, about, file, reviews, score, shared);
    }

    CaseView found(double fits, String text) {
        return new CaseView(id, version, about, file, evidence, fits, SharedWords.of(text, file.text()));
    }
}
