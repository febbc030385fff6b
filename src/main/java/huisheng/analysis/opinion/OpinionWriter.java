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
    private static final String JOINTS = "又且而";

    private final Draft draft;
    private final Pack pack;
    /** Where the last opinion ends in the normalised text. */
    private int lastEnd;

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
        if (mergesWithLast(aspect, polarity, from, until, strength, implicit)) {
            return;
        }
        lastEnd = until;
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

    /** 醇厚不呛 and 藏肉又精神 are one opinion each. */
    private boolean mergesWithLast(
            Aspect aspect, Polarity polarity, int from, int until, double strength, boolean implicit) {
        if (draft.opinions.isEmpty() || from < lastEnd || polarity == Polarity.NEUTRAL) {
            return false;
        }
        Opinion last = draft.opinions.getLast();
        boolean joined =
                from == lastEnd || (from == lastEnd + 1 && JOINTS.indexOf(draft.normalised.charAt(lastEnd)) >= 0);
        if (!joined || !last.aspect().equals(aspect.id()) || last.polarity() != polarity) {
            return false;
        }
        lastEnd = until;
        int end = draft.offsets.end(until);
        double score = polarity == Polarity.POSITIVE
                ? Math.max(last.score(), signed(polarity, strength))
                : Math.min(last.score(), signed(polarity, strength));
        draft.opinions.set(
                draft.opinions.size() - 1,
                new Opinion(
                        aspect.id(),
                        aspect.name(),
                        last.target(),
                        draft.request().text().substring(last.start(), end),
                        polarity,
                        score,
                        last.start(),
                        end,
                        last.implicit() && implicit));
        return true;
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
