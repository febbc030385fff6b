package huisheng.store;

import huisheng.review.TextPrint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts texts with the group they are most like, or into a new one. Each group is known by its first text. */
final class CopyGroups {
    /** Below it two texts say the same in words of their own. */
    static final double ALIKE = 0.75;

    /** A text that comes back after this long is a new one. */
    static final Duration WINDOW = Duration.ofDays(30);

    private final Map<Integer, List<Group>> byBand = new HashMap<>();
    private final List<Group> founded = new ArrayList<>();

    static final class Group {
        final TextPrint print;
        /** 0 until it is kept. */
        long id;

        Instant first;
        Instant last;

        Group(long id, TextPrint print, Instant first, Instant last) {
            this.id = id;
            this.print = print;
            this.first = first;
            this.last = last;
        }

        private boolean reaches(Instant written) {
            return !written.isBefore(first.minus(WINDOW)) && !written.isAfter(last.plus(WINDOW));
        }

        private void take(Instant written) {
            if (written.isBefore(first)) first = written;
            if (written.isAfter(last)) last = written;
        }
    }

    CopyGroups(List<Group> known) {
        known.forEach(this::add);
    }

    Group place(TextPrint print, Instant written) {
        Group nearest = nearest(print, written);
        if (nearest == null) {
            nearest = new Group(0, print, written, written);
            founded.add(nearest);
            add(nearest);
        }
        nearest.take(written);
        return nearest;
    }

    /** Groups that were not known before. */
    List<Group> founded() {
        return List.copyOf(founded);
    }

    private @Nullable Group nearest(TextPrint print, Instant written) {
        Group nearest = null;
        double most = ALIKE;
        for (int band : print.bands()) {
            for (Group group : byBand.getOrDefault(band, List.of())) {
                if (group == nearest || !group.reaches(written)) continue;
                double similarity = group.print.similarity(print);
                if (similarity >= most && (nearest == null || similarity > most)) {
                    nearest = group;
                    most = similarity;
                }
            }
        }
        return nearest;
    }

    private void add(Group group) {
        for (int band : group.print.bands()) {
            byBand.computeIfAbsent(band, b -> new ArrayList<>()).add(group);
        }
    }
}
