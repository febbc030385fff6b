package huisheng.alert.delivery;

import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.AnalysedReview;
import huisheng.review.Filter;
import huisheng.review.Scope;
import huisheng.store.Arrival;
import huisheng.store.NewEvent;
import huisheng.store.ReviewTelling;
import huisheng.store.StoredTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reviews that targets are told of: those that match their filter, each version once, none that was there before the
 * target, and none so old that it may have been told and forgotten.
 */
final class ReviewNews {
    private final Clock clock;

    ReviewNews(Clock clock) {
        this.clock = clock;
    }

    List<NewEvent> of(List<StoredTarget> targets, List<Arrival> arrivals) {
        Instant oldest = clock.instant().minus(ReviewTelling.NEWS);
        List<Arrival> young = arrivals.stream()
                .filter(arrival -> !arrival.at().isBefore(oldest))
                .toList();
        List<NewEvent> events = new ArrayList<>();
        for (StoredTarget target : targets) {
            Filter filter = target.filter();
            ReviewMatch match = ReviewMatch.of(filter == null ? Filter.NONE : filter);
            for (Arrival arrival : young) {
                if (concerns(target, match, arrival)) events.add(event(target, arrival.review()));
            }
        }
        return events;
    }

    private static boolean concerns(StoredTarget target, ReviewMatch match, Arrival arrival) {
        return !arrival.at().isBefore(target.createdAt())
                && target.scope().admits(arrival.review().review())
                && match.admits(arrival.review());
    }

    private NewEvent event(StoredTarget target, AnalysedReview analysed) {
        String key = "review:" + analysed.id() + ":" + analysed.stored().version() + ":" + target.id();
        Notice notice = new Notice(
                key,
                ReviewTelling.EVENT,
                null,
                title(analysed),
                Wording.same(analysed.review().text()),
                "/#/reviews/" + analysed.id(),
                clock.instant(),
                document(analysed));
        Scope about = Scope.of(analysed.review());
        return new NewEvent(key, ReviewTelling.EVENT, null, about, Json.write(notice), Set.of(target.name()))
                .quoting(analysed.id(), analysed.review().text());
    }

    private static Wording title(AnalysedReview analysed) {
        Integer rating = analysed.review().rating();
        String product = analysed.review().productName();
        String what = analysed.review().channel() + (product == null ? "" : " · " + product);
        return new Wording(
                "评论：" + what + (rating == null ? "" : " · " + rating + " 星"),
                "Review: " + what + (rating == null ? "" : " · rated " + rating));
    }

    /** The review with its analysis, in the form in which the API finds it. */
    private static Map<String, Object> document(AnalysedReview analysed) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", analysed.id());
        document.put("version", analysed.stored().version());
        document.put("receivedAt", analysed.stored().receivedAt());
        document.put("review", analysed.review());
        document.put("analysis", analysed.analysis());
        return document;
    }
}
