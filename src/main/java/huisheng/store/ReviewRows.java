package huisheng.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import huisheng.json.Json;
import huisheng.review.Analysis;
import huisheng.review.Author;
import huisheng.review.Correction;
import huisheng.review.Labelled;
import huisheng.review.Labels;
import huisheng.review.NoiseType;
import huisheng.review.PiiSpan;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import huisheng.review.StoredReview;
import io.vertx.sqlclient.Row;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows that select {@link #REVIEW} and {@link #ANALYSIS}. */
final class ReviewRows {
    /** Of {@code r}, with its parent {@code p} where the query joins it by {@link #PARENT}. */
    static final String REVIEW = """
            r.id, r.channel, r.external_id, r.kind, r.parent, r.brand, r.product, r.product_name, r.store, r.region,
            r.author_key, r.author_level, r.author_age_band, r.author_gender, r.author_purchases, r.rating, r.text,
            r.language, r.written_at, r.likes, r.url, r.variant, r.attributes::text AS attributes, r.pii::text AS pii,
            r.version, r.received_at, p.text AS initial_text, p.version AS initial_version,
            p.written_at AS initial_at""";

    static final String PARENT = "LEFT JOIN review p ON p.channel = r.channel AND p.external_id = r.parent";

    /** What the pipeline says, and what is known besides, where the query joins it by {@link #ANALYSED}. */
    static final String ANALYSIS = """
            (a.body || coalesce(k.labels, '{}'))::text AS body,
            CASE WHEN k.labels -> 'noise' IS NULL THEN m.group_id END AS copy_group,
            k.labels::text AS corrected, k.corrected_by, k.corrected_at""";

    /** What is known of an older version says nothing about this one. A person's word goes over all else. */
    static final String ANALYSED = """
            LEFT JOIN analysis a ON a.review_id = r.id AND a.version = r.version
            LEFT JOIN copy_member m ON m.review_id = r.id AND m.version = r.version AND m.flagged
            LEFT JOIN review_correction k ON k.review_id = r.id AND k.version = r.version""";

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private ReviewRows() {}

    static ReviewState state(Row row) {
        StoredReview stored = stored(row);
        String body = row.getString("body");
        if (body == null) return new ReviewState(stored, null, null, null);
        Long copyGroup = row.getLong("copy_group");
        Set<NoiseType> more = copyGroup == null ? Set.of() : Set.of(NoiseType.DUPLICATE);
        Correction correction = row.getString("corrected") == null ? null : correction(row);
        return new ReviewState(stored, analysis(body, stored.review().text(), more), correction, copyGroup);
    }

    /** Of a row that selects {@code version}, {@code corrected}, {@code corrected_by} and {@code corrected_at}. */
    static Correction correction(Row row) {
        return new Correction(
                row.getInteger("version"),
                Json.read(row.getString("corrected"), Labels.class),
                row.getString("corrected_by"),
                time(row, "corrected_at"));
    }

    static StoredReview stored(Row row) {
        return new StoredReview(
                row.getLong("id"),
                row.getInteger("version"),
                time(row, "received_at"),
                review(row),
                pii(row.getString("pii")),
                row.getString("initial_text"),
                row.getOffsetDateTime("initial_at") == null ? null : time(row, "initial_at"));
    }

    static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static @Nullable Instant timeOrNull(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** Without the text, which the review's row has already. */
    static String body(Analysis analysis) {
        return Json.write(with(analysis, "", Set.of()));
    }

    static Analysis analysis(String body, String text, Set<NoiseType> noise) {
        return with(Json.read(body, Analysis.class), text, noise);
    }

    private static Review review(Row row) {
        return new Review(
                row.getString("channel"),
                row.getString("external_id"),
                Labelled.of(ReviewKind.class, row.getString("kind")),
                row.getString("parent"),
                row.getString("brand"),
                row.getString("product"),
                row.getString("product_name"),
                row.getString("store"),
                row.getString("region"),
                author(row),
                row.getInteger("rating"),
                row.getString("text"),
                row.getString("language"),
                time(row, "written_at"),
                row.getInteger("likes"),
                row.getString("url"),
                row.getString("variant"),
                attributes(row.getString("attributes")));
    }

    private static Author author(Row row) {
        return new Author(
                row.getString("author_key"),
                row.getString("author_level"),
                row.getString("author_age_band"),
                row.getString("author_gender"),
                row.getInteger("author_purchases"));
    }

    private static List<PiiSpan> pii(@Nullable String json) {
        return json == null || json.equals("[]") ? List.of() : List.of(Json.read(json, PiiSpan[].class));
    }

    private static Map<String, String> attributes(@Nullable String json) {
        if (json == null || json.equals("{}")) return Map.of();
        try {
            return Json.MAPPER.readValue(json, ATTRIBUTES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Analysis with(Analysis a, String text, Set<NoiseType> more) {
        Set<NoiseType> noise = new HashSet<>(a.noise());
        noise.addAll(more);
        return new Analysis(
                a.id(),
                text,
                a.language(),
                a.pipeline(),
                a.sentiment(),
                a.opinions(),
                a.intents(),
                a.needs(),
                a.risks(),
                a.comparisons(),
                noise,
                a.contradiction(),
                a.followup(),
                a.pii(),
                a.keywords());
    }
}
