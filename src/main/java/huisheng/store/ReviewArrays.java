package huisheng.store;

import huisheng.json.Json;
import huisheng.review.Author;
import huisheng.review.Review;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A batch as one array a column, for {@code unnest}, in the order of {@link ReviewTable}'s statement. */
final class ReviewArrays {
    private ReviewArrays() {}

    static Tuple of(List<NewReview> batch) {
        Tuple arrays = Tuple.tuple();
        texts(arrays, batch, Review::channel);
        texts(arrays, batch, Review::externalId);
        texts(arrays, batch, r -> r.kind().label());
        texts(arrays, batch, Review::parent);
        texts(arrays, batch, Review::brand);
        texts(arrays, batch, Review::product);
        texts(arrays, batch, Review::productName);
        texts(arrays, batch, Review::store);
        texts(arrays, batch, Review::region);
        texts(arrays, batch, r -> r.author().key());
        texts(arrays, batch, r -> r.author().level());
        texts(arrays, batch, r -> r.author().ageBand());
        texts(arrays, batch, r -> r.author().gender());
        numbers(arrays, batch, ReviewArrays::purchases);
        numbers(arrays, batch, Review::rating);
        texts(arrays, batch, Review::text);
        texts(arrays, batch, Review::language);
        times(arrays, batch);
        numbers(arrays, batch, Review::likes);
        texts(arrays, batch, Review::url);
        texts(arrays, batch, Review::variant);
        texts(arrays, batch, r -> attributes(r.attributes()));
        pii(arrays, batch);
        return arrays;
    }

    private static @Nullable Integer purchases(Review review) {
        Author author = review.author();
        return author.purchases();
    }

    private static void texts(Tuple arrays, List<NewReview> batch, Function<Review, @Nullable String> column) {
        String[] values = new String[batch.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Texts.storableOrNull(column.apply(batch.get(i).review()));
        }
        arrays.addArrayOfString(values);
    }

    private static void numbers(Tuple arrays, List<NewReview> batch, Function<Review, @Nullable Integer> column) {
        Integer[] values = new Integer[batch.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(batch.get(i).review());
        }
        arrays.addArrayOfInteger(values);
    }

    private static void times(Tuple arrays, List<NewReview> batch) {
        OffsetDateTime[] values = new OffsetDateTime[batch.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = batch.get(i).review().writtenAt().atOffset(ZoneOffset.UTC);
        }
        arrays.addArrayOfOffsetDateTime(values);
    }

    private static void pii(Tuple arrays, List<NewReview> batch) {
        String[] values = new String[batch.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = batch.get(i).pii().isEmpty()
                    ? "[]"
                    : Json.write(batch.get(i).pii());
        }
        arrays.addArrayOfString(values);
    }

    /** Cleaned before they are written: as JSON, a NUL would hide behind an escape that jsonb refuses. */
    private static String attributes(Map<String, String> attributes) {
        if (attributes.isEmpty()) return "{}";
        Map<String, String> storable = new HashMap<>();
        attributes.forEach((name, value) -> storable.put(Texts.storable(name), Texts.storable(value)));
        return Json.write(storable);
    }
}
