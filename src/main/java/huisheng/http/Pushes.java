package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.Principal;
import huisheng.channel.Rejection;
import huisheng.ingest.ReviewIntake;
import huisheng.review.Labelled;
import huisheng.store.Saved;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Hands pushes to the intake and tells its results in the shape of the interface. */
public final class Pushes implements Intake {
    private final ReviewIntake intake;
    private final BooleanSupplier overloaded;

    public Pushes(ReviewIntake intake, BooleanSupplier overloaded) {
        this.intake = intake;
        this.overloaded = overloaded;
    }

    @Override
    public Future<List<ItemResult>> push(Principal caller, List<JsonNode> items, int firstIndex, Locale language) {
        return intake.push(items)
                .map(results -> results.stream()
                        .map(result -> result(result, firstIndex, language))
                        .toList());
    }

    private static ItemResult result(ReviewIntake.Result result, int firstIndex, Locale language) {
        int index = firstIndex + result.index();
        Saved saved = result.saved();
        if (saved != null) {
            ItemResult.Status status =
                    Labelled.of(ItemResult.Status.class, saved.status().label());
            return new ItemResult(index, result.externalId(), status, saved.id(), null, null);
        }
        Rejection rejection = Objects.requireNonNull(result.rejection());
        return new ItemResult(
                index,
                result.externalId(),
                ItemResult.Status.REJECTED,
                null,
                rejection.reason().in(language),
                rejection.pointer());
    }

    @Override
    public boolean overloaded() {
        return overloaded.getAsBoolean();
    }
}
