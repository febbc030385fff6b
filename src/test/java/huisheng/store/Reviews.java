package huisheng.store;

import huisheng.review.Analysis;
import huisheng.review.Author;
import huisheng.review.PiiSpan;
import huisheng.review.PiiType;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import huisheng.review.StoredReview;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reviews and analyses as tests on a database need them. */
public final class Reviews {
    private Reviews() {}

    public static NewReview of(String externalId, String text) {
        return of("taobao", externalId, text, ReviewKind.INITIAL, null, "author-1", "花雕坊");
    }

    static NewReview by(String author, String externalId, String text) {
        return of("taobao", externalId, text, ReviewKind.INITIAL, null, author, "花雕坊");
    }

    static NewReview ofBrand(String brand, String externalId) {
        return of("taobao", externalId, "酒香浓郁", ReviewKind.INITIAL, null, "author-1", brand);
    }

    static NewReview followup(String externalId, String parent, String text) {
        return of("taobao", externalId, text, ReviewKind.FOLLOWUP, parent, "author-1", "花雕坊");
    }

    private static NewReview of(
            String channel,
            String externalId,
            String text,
            ReviewKind kind,
            @Nullable String parent,
            String author,
            String brand) {
        Review review = new Review(
                channel,
                externalId,
                kind,
                parent,
                brand,
                "SKU-1",
                "花雕酒 500ml",
                null,
                "浙江",
                new Author(author, "gold", "25-34", null, 3),
                4,
                text,
                null,
                Instant.parse("2026-05-01T08:00:00Z"),
                2,
                null,
                null,
                Map.of("颜色", "琥珀"));
        return new NewReview(review, List.of(new PiiSpan(PiiType.PHONE, 0, 1)));
    }

    public static Future<List<Analysis>> analyse(List<StoredReview> reviews) {
        return Future.succeededFuture(
                reviews.stream().map(review -> analysis(review, "p1")).toList());
    }

    static Analysis analysis(StoredReview review, String pipeline) {
        return new Analysis(
                Long.toString(review.id()),
                review.review().text(),
                "zh-Hans",
                pipeline,
                new Sentiment(SentimentLabel.POSITIVE, 0.8, 0.9, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                false,
                null,
                review.pii(),
                List.of("酒香", review.initialText() == null ? "" : review.initialText()));
    }
}
