package huisheng.ingest;

import huisheng.channel.RawReview;
import huisheng.privacy.AuthorHash;
import huisheng.privacy.Masked;
import huisheng.privacy.Masker;
import huisheng.review.Author;
import huisheng.review.Review;
import huisheng.store.NewReview;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes personal data out of a review before its first write. Safe from any thread. */
final class PersonalData {
    private final Masker masker = new Masker();
    private final AuthorHash authors;

    PersonalData(AuthorHash authors) {
        this.authors = authors;
    }

    NewReview masked(RawReview raw) {
        Review review = raw.review();
        Masked text = masker.mask(review.text());
        Review masked = new Review(
                review.channel(),
                review.externalId(),
                review.kind(),
                review.parent(),
                name(review.brand()),
                review.product(),
                name(review.productName()),
                name(review.store()),
                name(review.region()),
                author(review, raw.userId()),
                review.rating(),
                text.text(),
                review.language(),
                review.writtenAt(),
                review.likes(),
                review.url(),
                name(review.variant()),
                attributes(review.attributes()));
        return new NewReview(masked, text.spans());
    }

    private @Nullable String name(@Nullable String name) {
        return name == null ? null : masker.maskName(name);
    }

    private Map<String, String> attributes(Map<String, String> attributes) {
        Map<String, String> masked = new TreeMap<>();
        attributes.forEach((name, value) ->
                masked.put(masker.maskName(name), masker.mask(value).text()));
        return masked;
    }

    private Author author(Review review, @Nullable String userId) {
        Author author = review.author();
        String key = userId == null ? null : authors.hash(review.channel(), userId);
        return new Author(key, name(author.level()), name(author.ageBand()), name(author.gender()), author.purchases());
    }
}
