package huisheng.ingest.sandbox;

import huisheng.ingest.sandbox.ActivePipeline.State;
import huisheng.review.Scope;
import huisheng.review.StoredReview;
import huisheng.store.AnalysisQueue;
import huisheng.store.PackTable;
import huisheng.store.PackVersion;
import huisheng.store.ReviewReader;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Changes packs: shows first what would change, applies atomically, takes back. Answers are empty for a pack that the
 * installation has no file of. Safe from any thread.
 */
public final class PackSandbox {
    /** Of a pack's text, in characters. */
    public static final int MAX_TEXT = 256 << 10;

    public static final int MAX_SAMPLE = ReviewReader.MAX_SAMPLE;
    /** Previews hold the one thread for seconds each. */
    private static final int MAX_WAITING = 4;

    private final ActivePipeline active;
    private final PackTable table;
    private final ReviewReader reader;
    private final AnalysisQueue queue;
    private final AtomicInteger waiting = new AtomicInteger();

    public PackSandbox(ActivePipeline active, PackTable table, ReviewReader reader, AnalysisQueue queue) {
        this.active = active;
        this.table = table;
        this.reader = reader;
        this.queue = queue;
    }

    /** Something else came first, or there is nothing to take back. */
    public static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1;

        Conflict(String message) {
            super(message, null, false, false);
        }
    }

    /** Too many previews wait already. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Busy() {
            super("previews wait", null, false, false);
        }
    }

    public Future<List<PackInfo>> list() {
        return active.thread().executeBlocking(() -> {
            List<PackInfo> packs = new ArrayList<>();
            for (String id : active.folder().ids()) packs.add(info(id));
            return packs;
        });
    }

    /** The text in force. */
    public Future<Optional<PackText>> text(String pack) {
        return known(pack, () -> new PackText(info(pack), body(pack)));
    }

    /** @param yaml of the pack in force */
    public record PackText(PackInfo info, String yaml) {}

    /** Versions applied, newest first; empty where only the file was ever there. */
    public Future<Optional<List<PackInfo>>> versions(String pack) {
        return known(pack, () -> true)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : table.history(pack)
                                .map(versions -> Optional.of(versions.stream()
                                        .map(version -> info(version, isInUse(pack)))
                                        .toList())));
    }

    /**
     * Reads the newest reviews with the pack as it is and as it would be.
     *
     * @throws PackRefused in the future, where the pack cannot be used
     */
    public Future<Optional<PackPreview>> preview(Scope scope, String pack, String yaml, int sample) {
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(new Busy());
        }
        return reader.newest(scope, sample)
                .compose(reviews -> known(pack, () -> compare(pack, yaml, reviews)))
                .onComplete(done -> waiting.decrementAndGet());
    }

    private PackPreview compare(String pack, String yaml, List<StoredReview> reviews) {
        State now = active.state();
        boolean inUse = isInUse(pack);
        String served = inUse ? active.served() : pack;
        Reading before = inUse ? now.reading() : active.folder().reading(pack, now.texts());
        Reading after = active.folder().tried(served, now.texts(), pack, yaml);
        PackComparison comparison = new PackComparison(before.pipeline(), after.pipeline());
        reviews.forEach(comparison::add);
        PackPreview.Challenge challenge = active.folder().challenge().measure(before.pipeline(), after.pipeline());
        return comparison.preview(pack, inUse, challenge);
    }

    /**
     * Puts the text in force, everywhere and for good.
     *
     * @param expected the version that the caller has seen; null for any
     * @throws PackRefused in the future, where the pack cannot be used
     * @throws Conflict in the future, where another version came first
     */
    public Future<Optional<PackInfo>> apply(String pack, String yaml, String by, @Nullable Integer expected) {
        return table.current().compose(active::load).compose(now -> {
            PackVersion in = now.versions().get(pack);
            int version = in == null ? 0 : in.version();
            if (expected != null && expected != version) throw new Conflict("version " + version + " is in force");
            PackTable.NewVersion next = new PackTable.NewVersion(pack, PackFolder.hash(yaml), yaml, null, by);
            return known(pack, () -> tried(now, pack, yaml)).compose(tried -> put(next, version, tried));
        });
    }

    /** Brings back the text before the one in force. @throws Conflict in the future, where there is none */
    public Future<Optional<PackInfo>> rollback(String pack, String by) {
        return table.current().compose(active::load).compose(now -> {
            PackVersion in = now.versions().get(pack);
            if (in == null) return known(pack, () -> nothing());
            if (in.origin() == 0) throw new Conflict("the file is in force");
            return target(pack, in.origin() - 1).compose(target -> restore(now, in, target, by));
        });
    }

    private Future<Optional<PackInfo>> restore(State now, PackVersion in, Target target, String by) {
        String pack = in.pack();
        return known(pack, () -> target.body() == null ? active.folder().text(pack) : target.body())
                .compose(text -> {
                    if (text.isEmpty()) return Future.succeededFuture(Optional.empty());
                    PackTable.NewVersion next = new PackTable.NewVersion(
                            pack, PackFolder.hash(text.get()), target.body(), target.origin(), by);
                    return known(pack, () -> tried(now, pack, text.get()))
                            .compose(tried -> put(next, in.version(), tried));
                });
    }

    private static PackInfo nothing() {
        throw new Conflict("the file is in force");
    }

    /** A text to go back to; its body is null for the file, which is origin 0. */
    private record Target(@Nullable String body, int origin) {}

    private Future<Target> target(String pack, int version) {
        if (version == 0) return Future.succeededFuture(new Target(null, 0));
        return table.find(pack, version).map(found -> {
            PackVersion old = found.orElseThrow(() -> new Conflict("version " + version + " is kept no more"));
            return new Target(old.body(), old.origin());
        });
    }

    /** Loading it whole is the check that it can be used. */
    private Reading tried(State now, String pack, String yaml) {
        return active.folder().tried(isInUse(pack) ? active.served() : pack, now.texts(), pack, yaml);
    }

    private Future<Optional<PackInfo>> put(PackTable.NewVersion next, int after, Optional<Reading> tried) {
        if (tried.isEmpty()) return Future.succeededFuture(Optional.empty());
        boolean inUse = isInUse(next.pack());
        String pipeline = inUse ? tried.get().pipeline().version() : null;
        return table.apply(next, after, pipeline)
                .map(applied -> applied.orElseThrow(() -> new Conflict("another version came first")))
                .compose(applied ->
                        table.current().compose(active::load).map(loaded -> Optional.of(info(applied, inUse))));
    }

    /** How far stored reviews are read by what is in force. */
    public Future<Optional<PackProgress>> progress(String pack) {
        return known(pack, () -> info(pack)).compose(info -> {
            if (info.isEmpty()) return Future.succeededFuture(Optional.empty());
            String pipeline = active.get().version();
            return queue.progress(pipeline).map(read -> {
                long left = read.total() - read.done();
                boolean finished = left <= read.failed();
                return Optional.of(new PackProgress(
                        info.get(), pipeline, read.total(), read.done(), left, read.failed(), finished));
            });
        });
    }

    /** Blocking work about a pack that the installation has; empty for others. */
    private <T> Future<Optional<T>> known(String pack, Callable<T> work) {
        return active.thread()
                .executeBlocking(
                        () -> active.folder().ids().contains(pack) ? Optional.of(work.call()) : Optional.<T>empty());
    }

    private boolean isInUse(String pack) {
        return active.state().reading().lineage().contains(pack);
    }

    private String body(String pack) {
        PackVersion version = active.state().versions().get(pack);
        String body = version == null ? null : version.body();
        return body == null ? active.folder().text(pack) : body;
    }

    private PackInfo info(String pack) {
        PackVersion version = active.state().versions().get(pack);
        if (version != null) return info(version, isInUse(pack));
        String hash = PackFolder.hash(active.folder().text(pack));
        return new PackInfo(pack, 0, hash, isInUse(pack), null, null, null);
    }

    private static PackInfo info(PackVersion version, boolean inUse) {
        return new PackInfo(
                version.pack(),
                version.version(),
                version.hash(),
                inUse,
                version.restores(),
                version.by(),
                version.at());
    }
}
