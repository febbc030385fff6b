package huisheng.ingest;

import huisheng.channel.RawReview;
import huisheng.privacy.AuthorHash;
import huisheng.privacy.Masked;
import huisheng.privacy.Masker;
import huisheng.review.Author;
import huisheng.review.Review;
import huisheng.store.NewReview;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes personal data out of a review before its first write. Safe from any thread. */
final class PersonalData {
    /** Far more than a company has products and shops; each of them stands in thousands of reviews. */
    static final int MOST_NAMES = 10_000;

    private static final int LONGEST_NAME = 100;

    private final Masker masker = new Masker();
    private final AuthorHash authors;
    /** Names that were looked through and hold nothing personal, so that nothing else is remembered. */
    private final Set<String> clean = ConcurrentHashMap.newKeySet();

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
        return name == null ? null : maskedName(name);
    }

    private String maskedName(String name) {
        if (clean.contains(name)) return name;
        String masked = masker.maskName(name);
        if (masked.equals(name) && name.length() <= LONGEST_NAME) remember(name);
        return masked;
    }

    private void remember(String name) {
        if (clean.size() >= MOST_NAMES) clean.clear();
        clean.add(name);
    }

    private Map<String, String> attributes(Map<String, String> attributes) {
        Map<String, String> masked = new TreeMap<>();
        attributes.forEach(
                (name, value) -> masked.put(maskedName(name), masker.mask(value).text()));
        return masked;
    }

    private Author author(Review review, @Nullable String userId) {
        Author author = review.author();
        String key = userId == null ? null : authors.hash(review.channel(), userId);
        return new Author(key, name(author.level()), name(author.ageBand()), name(author.gender()), author.purchases());
    }
}
