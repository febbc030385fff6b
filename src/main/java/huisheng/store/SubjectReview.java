package huisheng.store;

import java.util.List;

/**
 * One review of a data subject, for the export.
 *
 * @param history older versions, newest first
 */
public record SubjectReview(ReviewState state, List<OldVersion> history) {
    public SubjectReview {
        history = List.copyOf(history);
    }
}
