package huisheng.ingest.sandbox;

import huisheng.analysis.Pipeline;
import huisheng.store.PackTable;
import huisheng.store.PackVersion;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pipeline in force. Follows the packs in the database, so that a pack applied in any process is in force in all of
 * them within moments. Asked each time: what was answered before may be replaced. Safe from any thread.
 */
public final class ActivePipeline implements Supplier<Pipeline> {
    private static final Logger LOG = LoggerFactory.getLogger(ActivePipeline.class);
    /** A ring may be lost; the packs are looked at all the same. */
    private static final long EVERY_MS = 10_000;

    private final Vertx vertx;
    private final Future<PackTable> table;
    private final PackFolder folder;
    private final String served;
    private final WorkerExecutor thread;
    /** What the files alone make; used by the one thread, and once. */
    private @Nullable Reading early;

    private volatile @Nullable State state;
    private volatile long timer = -1;
    private volatile Runnable changed = () -> {};

    /** @param versions of the packs that were changed, by id */
    record State(Map<String, PackVersion> versions, Reading reading) {
        State {
            versions = Map.copyOf(versions);
        }

        /** False for what was read of the database before what is in force already. */
        boolean isOlderThan(Map<String, PackVersion> other) {
            if (versions.equals(other)) return false;
            for (PackVersion version : versions.values()) {
                PackVersion there = other.get(version.pack());
                if (there == null || there.version() < version.version()) return false;
            }
            return true;
        }

        Map<String, String> texts() {
            return ActivePipeline.texts(versions);
        }
    }

    /**
     * Begins at once to read the files, which needs no database: mostly no pack was changed in it.
     *
     * @param table there once the database is open
     * @param home the folder that holds {@code models} and {@code corpora}
     * @param served id of the pack in use
     */
    public ActivePipeline(Vertx vertx, Future<PackTable> table, Path home, String served) {
        this.vertx = vertx;
        this.table = table;
        this.folder = new PackFolder(home);
        this.served = served;
        this.thread = vertx.createSharedWorkerExecutor("sandbox", 1, 5, TimeUnit.MINUTES);
        var unused = thread.executeBlocking(() -> early = folder.reading(served, Map.of()))
                .onFailure(e -> LOG.debug("the packs' files cannot be used as they are", e));
    }

    /** Loads what is in force and says that reviews should be read by it; then follows the changes. */
    public Future<Void> start() {
        return table.compose(PackTable::current)
                .compose(this::load)
                .compose(loaded -> table.compose(
                        packs -> packs.want(loaded.reading.pipeline().version())))
                .onSuccess(wanted -> timer = vertx.setPeriodic(EVERY_MS, id -> follow()));
    }

    /** @param listener told, on any thread, whenever another pipeline is in force */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public Pipeline get() {
        return state().reading.pipeline();
    }

    /** Names of aspects by id. */
    public Map<String, String> aspects() {
        return state().reading.aspects();
    }

    /** Whether this is the pipeline by which all reviews should be read: of several processes the newest says. */
    public Future<Boolean> isWanted() {
        return table.compose(PackTable::wanted).map(Optional.of(get().version())::equals);
    }

    /** Looks whether a pack was changed; a failure is logged, and what is in force stays. */
    public void follow() {
        var unused = table.compose(PackTable::current)
                .compose(this::load)
                .onFailure(e -> LOG.warn("the changed packs could not be loaded, the old ones stay in force", e));
    }

    public Future<Void> stop() {
        boolean cancelled = vertx.cancelTimer(timer);
        if (cancelled) LOG.debug("packs are followed no more");
        return thread.close();
    }

    State state() {
        State now = state;
        if (now == null) throw new IllegalStateException("not started");
        return now;
    }

    PackFolder folder() {
        return folder;
    }

    String served() {
        return served;
    }

    WorkerExecutor thread() {
        return thread;
    }

    /** One after another, on the one thread of this. */
    Future<State> load(List<PackVersion> current) {
        Map<String, PackVersion> versions =
                current.stream().collect(Collectors.toMap(PackVersion::pack, version -> version));
        return thread.executeBlocking(() -> {
            State before = state;
            if (before != null && !before.isOlderThan(versions)) return before;
            State loaded = new State(versions, reading(texts(versions)));
            state = loaded;
            if (before != null) {
                LOG.info("pipeline {} is in force", loaded.reading.pipeline().version());
                changed.run();
            }
            return loaded;
        });
    }

    private Reading reading(Map<String, String> texts) {
        Reading files = early;
        early = null;
        return files != null && texts.isEmpty() ? files : folder.reading(served, texts);
    }

    /** Those that go over the file. */
    private static Map<String, String> texts(Map<String, PackVersion> versions) {
        Map<String, String> texts = new HashMap<>();
        versions.forEach((pack, version) -> {
            String body = version.body();
            if (body != null) texts.put(pack, body);
        });
        return texts;
    }
}
