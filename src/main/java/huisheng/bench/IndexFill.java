package huisheng.bench;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.index.IndexSettings;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.privacy.AuthorHash;
import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Author;
import huisheng.review.Change;
import huisheng.review.Position;
import huisheng.review.Review;
import huisheng.review.StoredReview;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;

/** Fills an index with reviews of a corpus as the follower would, analysed by the real pipeline. */
final class IndexFill {
    private static final int BATCH = 2_000;
    private static final UUID INSTALLATION = new UUID(0x6275_6973, 1);
    private final AuthorHash authors = new AuthorHash("a key for measuring".getBytes(StandardCharsets.UTF_8));
    private final Corpus corpus;
    private final List<Analysis> analyses;

    IndexFill(Corpus corpus, Pipeline pipeline) {
        this.corpus = corpus;
        this.analyses = corpus.texts().parallelStream()
                .map(text -> pipeline.analyse(AnalysisRequest.of(text)))
                .toList();
    }

    static ReviewIndex open(Path folder) throws IOException {
        return LuceneReviewIndex.open(IndexSettings.in(folder), INSTALLATION);
    }

    /** Puts what is missing up to {@code reviews}. Blocks. */
    void fill(ReviewIndex index, int reviews, IntConsumer progress) throws IOException {
        for (int from = (int) index.committed().sequence(); from < reviews; from += BATCH) {
            int until = Math.min(reviews, from + BATCH);
            List<Change> batch = new ArrayList<>(until - from);
            for (int number = from; number < until; number++) batch.add(change(number));
            index.put(batch);
            progress.accept(until);
        }
        index.refresh();
        index.commit(new Position(reviews, reviews));
    }

    private Change change(int number) {
        Review review = written(corpus.review(number), authors.hash("bench", corpus.user(number)));
        Analysis analysis = analyses.get(number % analyses.size());
        StoredReview stored = new StoredReview(number + 1L, 1, review.writtenAt(), review, List.of(), null, null);
        return new Change(new Position(number + 1L, number + 1L), number + 1L, new AnalysedReview(stored, analysis));
    }

    private static Review written(Review r, String key) {
        Author by = r.author();
        return new Review(
                r.channel(),
                r.externalId(),
                r.kind(),
                r.parent(),
                r.brand(),
                r.product(),
                r.productName(),
                r.store(),
                r.region(),
                new Author(key, by.level(), by.ageBand(), by.gender(), by.purchases()),
                r.rating(),
                r.text(),
                r.language(),
                r.writtenAt(),
                r.likes(),
                r.url(),
                r.variant(),
                r.attributes());
    }
}
