package huisheng.http;

import huisheng.review.Labelled;
import huisheng.store.AlreadyThere;
import huisheng.store.NotLinkable;
import huisheng.store.TooMany;
import huisheng.ticket.Outdated;
import huisheng.ticket.StepRefused;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what the closed loop refuses as problems. */
final class LoopProblems {
    private LoopProblems() {}

    static <T> Future<T> told(Throwable failure) {
        return Future.failedFuture(
                switch (failure) {
                    case StepRefused refused -> refused.missing().isEmpty() ? notNow(refused) : incomplete(refused);
                    case Outdated outdated ->
                        ProblemException.of(ProblemType.OUTDATED, outdated.version())
                                .with("version", outdated.version());
                    case NotLinkable unknown ->
                        ProblemException.of(ProblemType.NOT_LINKABLE, unknown.reviews())
                                .with("reviews", unknown.reviews());
                    case TooMany many -> ProblemException.of(ProblemType.TOO_MANY_LINKS, many.most());
                    case AlreadyThere twice -> ProblemException.of(ProblemType.ALREADY_THERE);
                    default -> failure;
                });
    }

    private static ProblemException notNow(StepRefused refused) {
        Instant from = refused.from();
        if (from != null) {
            return ProblemException.of(ProblemType.TOO_EARLY, from.toString()).with("from", from.toString());
        }
        List<String> possible = refused.possible().stream().map(Labelled::label).toList();
        return ProblemException.of(
                        ProblemType.WRONG_STEP,
                        refused.step().label(),
                        refused.state().label(),
                        String.join(", ", possible))
                .with("state", refused.state().label())
                .with("steps", possible);
    }

    private static ProblemException incomplete(StepRefused refused) {
        String missing = refused.missing().stream().collect(Collectors.joining(", "));
        return ProblemException.of(ProblemType.INCOMPLETE_STEP, refused.step().label(), missing)
                .with("missing", refused.missing());
    }
}
