package huisheng.analysis.opinion;

import huisheng.analysis.Draft;
import huisheng.analysis.pack.Aspect;
import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.Pack;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes opinions into a draft, with offsets into the masked text. */
final class OpinionWriter {
    private final Draft draft;
    private final Pack pack;

    OpinionWriter(Draft draft, Pack pack) {
        this.draft = draft;
        this.pack = pack;
    }

    boolean isFull() {
        return draft.opinions.size() >= pack.thresholds().opinionsPerReview();
    }

    void write(Topic topic, int from, int until, Polarity polarity, double strength, boolean implicit) {
        Aspect aspect = pack.aspects().get(topic.aspect());
        if (isFull() || aspect == null || from >= until) {
            return;
        }
        int start = draft.offsets.start(from);
        int end = draft.offsets.end(until);
        draft.opinions.add(new Opinion(
                aspect.id(),
                aspect.name(),
                masked(topic.word()),
                draft.request().text().substring(start, end),
                polarity,
                signed(polarity, strength),
                start,
                end,
                implicit));
    }

    private @Nullable String masked(@Nullable Hit word) {
        if (word == null) {
            return null;
        }
        return draft.request().text().substring(draft.offsets.start(word.start()), draft.offsets.end(word.end()));
    }

    private static double signed(Polarity polarity, double strength) {
        double bounded = Math.round(Math.min(1, strength) * 100) / 100.0;
        return switch (polarity) {
            case POSITIVE -> bounded;
            case NEGATIVE -> -bounded;
            case NEUTRAL -> 0;
        };
    }

    /** A run of signs is one opinion; it counts only where no word judges. */
    void writeEmoji(List<Hit> hits) {
        String fallback = pack.fallback();
        if (fallback == null) {
            return;
        }
        Topic topic = new Topic(fallback, null, false);
        int from = -1;
        int until = -1;
        Cue cue = null;
        for (Hit hit : hits) {
            Cue own = hit.roles().cue;
            if (!hit.roles().emoji || own == null) {
                continue;
            }
            if (cue != null && (hit.start() > until || own.polarity() != cue.polarity())) {
                write(topic, from, until, cue.polarity(), cue.strength(), false);
                cue = null;
            }
            if (cue == null) {
                from = hit.start();
                cue = own;
            }
            until = hit.end();
        }
        if (cue != null) {
            write(topic, from, until, cue.polarity(), cue.strength(), false);
        }
    }
}
