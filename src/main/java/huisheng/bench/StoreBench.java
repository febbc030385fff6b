package huisheng.bench;

import static huisheng.bench.Awaiting.await;

import huisheng.store.BareInsert;
import huisheng.store.Database;
import huisheng.store.DatabaseSettings;
import huisheng.store.NewReview;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the embedded PostgreSQL does by itself, in the folder that the service uses afterwards. */
final class StoreBench {
    private static final int BATCH = 500;
    private static final int CONNECTIONS = 4;

    private StoreBench() {}

    /** Reviews a second, durable, without keys and indexes. Blocks. */
    static double bareInsert(Path data, Corpus corpus, int reviews) throws IOException {
        Files.createDirectories(data);
        Vertx vertx = Vertx.vertx();
        try {
            Database database = await(Database.open(vertx, DatabaseSettings.embedded(data.resolve("postgres"))));
            try {
                return measured(database, batches(corpus, reviews), reviews);
            } finally {
                await(database.close());
            }
        } finally {
            await(vertx.close());
        }
    }

    private static double measured(Database database, List<List<NewReview>> batches, int reviews) throws IOException {
        await(BareInsert.prepare(database));
        await(BareInsert.run(database, batches.subList(0, Math.min(20, batches.size())), CONNECTIONS));
        long start = System.nanoTime();
        await(BareInsert.run(database, batches, CONNECTIONS));
        double seconds = (System.nanoTime() - start) / 1e9;
        await(BareInsert.drop(database));
        return reviews / seconds;
    }

    private static List<List<NewReview>> batches(Corpus corpus, int reviews) {
        List<List<NewReview>> batches = new ArrayList<>();
        for (int from = 0; from < reviews; from += BATCH) {
            List<NewReview> batch = new ArrayList<>(BATCH);
            for (int number = from; number < Math.min(reviews, from + BATCH); number++) {
                batch.add(new NewReview(corpus.review(number), List.of()));
            }
            batches.add(batch);
        }
        return batches;
    }
}
