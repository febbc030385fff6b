package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Voices;
import huisheng.insight.ask.Evidence;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reviews in groups that the machine found.
 *
 * @param reviews there are, of which {@code voices} were looked at: all or as many as may be, drawn by lot
 * @param groups the largest first
 */
record GroupedReviews(long reviews, List<Voices.Voice> voices, List<Group> groups) {
    /** @param members a review may be in several groups of complaints */
    record Group(String label, List<Voices.Voice> members, Proof proof) {}

    /** Reads the evidence of a group, which is done for those that are shown alone. */
    @FunctionalInterface
    interface Proof {
        Evidence of(ReviewSnapshot now) throws IOException;
    }

    long ungrouped() {
        Set<Long> grouped = new HashSet<>();
        groups.forEach(group -> group.members().forEach(voice -> grouped.add(voice.id())));
        return (long) voices.size() - grouped.size();
    }
}
