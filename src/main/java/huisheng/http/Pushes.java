package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.channel.Rejection;
import huisheng.ingest.Delivery;
import huisheng.ingest.ReviewIntake;
import huisheng.review.Labelled;
import huisheng.store.Saved;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Hands pushes to the intake and tells its results in the shape of the interface. */
public final class Pushes implements Intake {
    private final ReviewIntake intake;
    private final BooleanSupplier overloaded;

    public Pushes(ReviewIntake intake, BooleanSupplier overloaded) {
        this.intake = intake;
        this.overloaded = overloaded;
    }

    @Override
    public Future<List<ItemResult>> push(Delivery delivery, List<JsonNode> items, int firstIndex, Locale language) {
        return intake.push(delivery, items)
                .map(results -> results.stream()
                        .map(result -> result(result, firstIndex, language))
                        .toList());
    }

    private static ItemResult result(ReviewIntake.Result result, int firstIndex, Locale language) {
        Saved saved = result.saved();
        List<ItemResult.Followup> followups = result.followups().stream()
                .map(followup -> followup(followup, language))
                .toList();
        return new ItemResult(
                firstIndex + result.index(),
                result.externalId(),
                status(saved),
                saved == null ? null : saved.id(),
                reason(result.rejection(), language),
                pointer(result.rejection()),
                null,
                followups.isEmpty() ? null : followups);
    }

    private static ItemResult.Followup followup(ReviewIntake.Result result, Locale language) {
        Saved saved = result.saved();
        return new ItemResult.Followup(
                result.externalId(),
                status(saved),
                saved == null ? null : saved.id(),
                reason(result.rejection(), language),
                pointer(result.rejection()));
    }

    private static ItemResult.Status status(@Nullable Saved saved) {
        return saved == null
                ? ItemResult.Status.REJECTED
                : Labelled.of(ItemResult.Status.class, saved.status().label());
    }

    private static @Nullable String reason(@Nullable Rejection rejection, Locale language) {
        return rejection == null ? null : rejection.reason().in(language);
    }

    private static @Nullable String pointer(@Nullable Rejection rejection) {
        return rejection == null ? null : rejection.pointer();
    }

    @Override
    public boolean overloaded() {
        return overloaded.getAsBoolean();
    }
}
