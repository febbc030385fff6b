package huisheng.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import huisheng.review.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one pushed item.
 *
 * @param index of the item in the body, from 0
 * @param id the service's number for the review, null where rejected
 * @param reason why it was rejected: a sentence, or a code that has a {@code reason.<code>} message
 * @param pointer JSON pointer into the item to what is wrong with it
 * @param line of an NDJSON body, from 1; null for JSON
 * @param followups 追评 that the channel nests in its review; null where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemResult(
        int index,
        @Nullable String externalId,
        Status status,
        @Nullable Long id,
        @Nullable String reason,
        @Nullable String pointer,
        @Nullable Integer line,
        @Nullable List<Followup> followups) {

    public ItemResult(
            int index,
            @Nullable String externalId,
            Status status,
            @Nullable Long id,
            @Nullable String reason,
            @Nullable String pointer) {
        this(index, externalId, status, id, reason, pointer, null, null);
    }

    /** The same with what only the reader of the body knows. */
    ItemResult at(int where, @Nullable Integer inLine, @Nullable String because) {
        return new ItemResult(where, externalId, status, id, because, pointer, inLine, followups);
    }

    /** What became of a follow-up that was nested in an item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Followup(
            @Nullable String externalId,
            Status status,
            @Nullable Long id,
            @Nullable String reason,
            @Nullable String pointer) {}

    /** An item's fate. */
    public enum Status implements Labelled {
        ACCEPTED,
        DUPLICATE,
        UPDATED,
        REJECTED
    }
}
