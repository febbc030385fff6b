package huisheng.ingest.sandbox;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import huisheng.ingest.AnalysisWorker;
import huisheng.ingest.Outdated;
import huisheng.review.Analysis;
import huisheng.review.Author;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import huisheng.review.Scope;
import huisheng.store.AnalysisQueue;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.NewReview;
import huisheng.store.PackTable;
import huisheng.store.ReviewReader;
import huisheng.store.ReviewTable;
import huisheng.store.Wakeups;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two processes on one database, as far as packs go: each has a pipeline of its own. The steps follow each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackSandboxIT {
    private static final Path HOME = Path.of("");
    private static final String SAID = "倒出来泥煤糊糊的，第二天也没散";
    private static final int REVIEWS = 40;

    private final Vertx vertx = Vertx.vertx();
    private Database database;
    private ReviewReader reader;
    private ActivePipeline here;
    private ActivePipeline there;
    private AnalysisWorker worker;
    private Outdated outdated;
    private PackSandbox sandbox;
    private String shipped;
    private String changed;
    private long said;

    @BeforeAll
    void start() throws IOException {
        database = EmbeddedDatabases.open(vertx);
        PackTable packs = new PackTable(database);
        reader = new ReviewReader(database);
        AnalysisQueue queue = new AnalysisQueue(database);
        here = new ActivePipeline(vertx, Future.succeededFuture(packs), HOME, "baijiu");
        there = new ActivePipeline(vertx, Future.succeededFuture(packs), HOME, "baijiu");
        assertThat(await(here.start().compose(v -> there.start()).map(true))).isTrue();
        database.wakeups().subscribe(Wakeups.PACK, here::follow);
        database.wakeups().subscribe(Wakeups.PACK, there::follow);
        worker = new AnalysisWorker(vertx, queue, here, 1, 100, () -> 0);
        outdated = new Outdated(vertx, queue, () -> here.get().version(), here::isWanted);
        here.onChange(outdated::wake);
        sandbox = new PackSandbox(here, packs, reader, queue);
        shipped = Files.readString(HOME.resolve("corpora/packs/baijiu.yaml"));
        changed = shipped.replaceFirst("negative: \\[泥臭,", "negative: [泥煤糊糊, 泥臭,");
        assertThat(changed).isNotEqualTo(shipped);
        List<NewReview> batch = new ArrayList<>();
        for (int i = 0; i < REVIEWS; i++) batch.add(review(i, i == 0 ? SAID : "口感绵柔，第" + i + "次买了"));
        said = await(new ReviewTable(database).save(batch)).getFirst().id();
        worker.start();
        outdated.start();
        waitFor(() -> await(queue.backlog()) == 0);
    }

    @AfterAll
    void stop() {
        await(worker.stop()
                .compose(v -> outdated.stop())
                .compose(v -> here.stop())
                .compose(v -> there.stop())
                .compose(v -> database.close())
                .compose(v -> vertx.close()));
    }

    private static NewReview review(int number, String text) {
        Review review = new Review(
                "jd",
                "s" + number,
                ReviewKind.INITIAL,
                null,
                "云岭",
                "SKU",
                "白酒",
                null,
                "江苏",
                Author.UNKNOWN,
                null,
                text,
                null,
                Instant.parse("2026-10-01T08:00:00Z"),
                0,
                null,
                null,
                Map.of());
        return new NewReview(review, List.of());
    }

    /** For what happens in the background. */
    private static void waitFor(BooleanSupplier state) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private Analysis analysis() {
        return Objects.requireNonNull(
                await(reader.find(Scope.ALL, said)).orElseThrow().analysis());
    }

    private boolean isRead() {
        return analysis().opinions().stream()
                .filter(opinion -> opinion.aspect().equals("smell"))
                .map(Opinion::polarity)
                .anyMatch(Polarity.NEGATIVE::equals);
    }

    private PackProgress progress() {
        return await(sandbox.progress("baijiu")).orElseThrow();
    }

    @Test
    @Order(1)
    void preview_changedPack_showsWhatFlipsAndChangesNothing() {
        PackPreview preview =
                await(sandbox.preview(Scope.ALL, "baijiu", changed, 1_000)).orElseThrow();
        assertThat(preview.inUse()).isTrue();
        assertThat(preview.sample()).isEqualTo(REVIEWS);
        assertThat(preview.changed()).isEqualTo(1);
        assertThat(preview.before()).isEqualTo(here.get().version()).isNotEqualTo(preview.after());
        PackPreview.Kind opinions = preview.kinds().stream()
                .filter(kind -> kind.kind().equals("opinions"))
                .findFirst()
                .orElseThrow();
        assertThat(opinions.n()).isEqualTo(1);
        assertThat(opinions.examples().getFirst().id()).isEqualTo(said);
        assertThat(opinions.examples().getFirst().before()).noneMatch(text -> text.startsWith("smell:"));
        assertThat(opinions.examples().getFirst().after()).anyMatch(text -> text.startsWith("smell:negative:泥煤糊糊"));
        assertThat(preview.aspects()).contains(new PackPreview.AspectChange("smell", "negative", 1, 0));
        assertThat(Objects.isNull(preview.challenge())).isEqualTo(!Files.isDirectory(Path.of("corpora/challenge")));
        assertThat(await(sandbox.versions("baijiu")).orElseThrow()).isEmpty();
        assertThat(isRead()).isFalse();
    }

    @Test
    @Order(2)
    void preview_samePackOrSmallSample_showsNoChange() {
        PackPreview preview =
                await(sandbox.preview(Scope.ALL, "baijiu", shipped, 10)).orElseThrow();
        assertThat(preview.sample()).isEqualTo(10);
        assertThat(preview.changed()).isZero();
        assertThat(preview.kinds()).isEmpty();
    }

    @Test
    @Order(3)
    void preview_packOfAnotherTrade_isNotInUse() throws IOException {
        String hotel = Files.readString(HOME.resolve("corpora/packs/hotel.yaml"));
        PackPreview preview =
                await(sandbox.preview(Scope.ALL, "hotel", hotel, 10)).orElseThrow();
        assertThat(preview.inUse()).isFalse();
        assertThat(preview.changed()).isZero();
        assertThat(await(sandbox.preview(Scope.ALL, "wine", hotel, 10))).isEmpty();
        assertThat(await(sandbox.list()))
                .filteredOn(PackInfo::inUse)
                .extracting(PackInfo::pack)
                .containsExactlyInAnyOrder("baijiu", "general");
    }

    @Test
    @Order(4)
    void badPack_isRefusedWithItsPlace() {
        PackRefused syntax = refused(shipped.replaceFirst("aspects:", "aspects: ["));
        assertThat(syntax.line()).isPositive();
        assertThat(syntax.column()).isPositive();
        PackRefused field = refused(shipped + "\ncolour: red\n");
        assertThat(field.line()).isNotNull();
        assertThat(field.reason()).hasMessageContaining("colour");
        assertThat(field.reason().in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("不认识的字段 colour");
        PackRefused twice = refused(shipped.replaceFirst("- id: smell", "- id: taste"));
        assertThat(twice.item()).isEqualTo("aspect taste");
        assertThat(twice.reason().in(Locale.ENGLISH)).isEqualTo("declared twice");
        assertThat(twice.reason().in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("声明了两次");
        assertThat(shipped.lines().toList().get(Objects.requireNonNull(twice.line()) - 1))
                .contains("id: taste");
        PackRefused word = refused(shipped.replaceFirst("synonyms: \\[酱香味,", "synonyms: [酒体, 酱香味,"));
        assertThat(word.reason()).hasMessageContaining("酒体");
        assertThat(refused("id: [1").line()).isPositive();
        assertThat(refused("").reason().in(Locale.SIMPLIFIED_CHINESE)).isNotEmpty();
        assertThat(refused("id: baijiu\nextends: nothing\n").reason().in(Locale.SIMPLIFIED_CHINESE))
                .isNotEmpty();
        assertThat(await(sandbox.versions("baijiu")).orElseThrow()).isEmpty();
    }

    private PackRefused refused(String yaml) {
        Throwable failure = catchThrowable(() -> await(sandbox.apply("baijiu", yaml, "小王", null)));
        assertThat(failure.getCause()).isInstanceOf(PackRefused.class);
        return (PackRefused) Objects.requireNonNull(failure.getCause());
    }

    @Test
    @Order(5)
    void apply_changedPack_isInForceInBothProcessesAndReadsStoredReviewsAgain() {
        String before = here.get().version();
        PackInfo applied = await(sandbox.apply("baijiu", changed, "小王", 0)).orElseThrow();
        assertThat(applied.version()).isEqualTo(1);
        assertThat(applied.by()).isEqualTo("小王");
        assertThat(applied.hash()).hasSize(64);
        String after = here.get().version();
        assertThat(after).isNotEqualTo(before);
        waitFor(() -> there.get().version().equals(after));
        assertThat(await(here.isWanted())).isTrue();
        waitFor(() -> progress().finished());
        assertThat(isRead()).isTrue();
        assertThat(analysis().pipeline()).isEqualTo(after);
        assertThat(progress().done()).isEqualTo(REVIEWS).isEqualTo(progress().total());
        assertThat(await(sandbox.text("baijiu")).orElseThrow().yaml()).isEqualTo(changed);
    }

    @Test
    @Order(6)
    void apply_onAVersionThatWasReplaced_isAConflict() {
        Throwable failure = catchThrowable(() -> await(sandbox.apply("baijiu", shipped, "小李", 0)));
        assertThat(failure.getCause()).isInstanceOf(PackSandbox.Conflict.class);
        assertThat(await(sandbox.text("baijiu")).orElseThrow().info().version()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void start_ofAnotherProcess_takesWhatIsInForce() {
        ActivePipeline third =
                new ActivePipeline(vertx, Future.succeededFuture(new PackTable(database)), HOME, "baijiu");
        assertThat(await(third.start().map(true))).isTrue();
        assertThat(third.get().version()).isEqualTo(here.get().version());
        assertThat(third.aspects()).containsEntry("smell", "香气");
    }

    @Test
    @Order(8)
    void rollback_bringsTheFileBackAndKeepsTheHistory() {
        PackInfo back = await(sandbox.rollback("baijiu", "小李")).orElseThrow();
        assertThat(back.version()).isEqualTo(2);
        assertThat(back.restores()).isZero();
        waitFor(() -> progress().finished());
        assertThat(isRead()).isFalse();
        assertThat(await(sandbox.text("baijiu")).orElseThrow().yaml()).isEqualTo(shipped);
        assertThat(await(sandbox.versions("baijiu")).orElseThrow())
                .extracting(PackInfo::version)
                .containsExactly(2, 1);
        Throwable failure = catchThrowable(() -> await(sandbox.rollback("baijiu", "小李")));
        assertThat(failure.getCause()).isInstanceOf(PackSandbox.Conflict.class);
    }

    @Test
    @Order(9)
    void rollback_ofTheSecondChange_bringsTheFirstBack() {
        assertThat(await(sandbox.apply("baijiu", changed, "a", 2))).isPresent();
        String first = here.get().version();
        assertThat(await(sandbox.apply("baijiu", changed + "\n# 第二次\n", "a", 3)))
                .isPresent();
        assertThat(here.get().version()).isNotEqualTo(first);
        assertThat(await(sandbox.rollback("baijiu", "a")).orElseThrow().restores())
                .isEqualTo(3);
        assertThat(here.get().version()).isEqualTo(first);
        assertThat(await(sandbox.rollback("baijiu", "a")).orElseThrow().restores())
                .isZero();
        assertThat(await(sandbox.text("baijiu")).orElseThrow().yaml()).isEqualTo(shipped);
    }
}
