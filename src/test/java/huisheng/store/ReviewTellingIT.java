package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.review.AnalysedReview;
import huisheng.review.Scope;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewTellingIT extends StoreTest {
    @BeforeEach
    void forgetAll() {
        await(database().pool().query("TRUNCATE target, outbox_event, delivery").execute());
        tellAll();
    }

    private void subscribe(String name) {
        await(new TargetTable(database())
                .put(Targets.of(name, "webhook", Set.of(ReviewTelling.EVENT), null, Scope.ALL, true)));
    }

    private void review(String id) {
        save(Reviews.by(id, id, "瓶口漏酒"));
        analyseAll();
    }

    /** Everything is told to everybody. */
    private static Future<List<NewEvent>> judge(List<StoredTarget> targets, List<Arrival> arrivals) {
        List<NewEvent> events = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            AnalysedReview review = arrival.review();
            String key = "review:" + review.id() + ":" + review.stored().version() + ":all";
            events.add(new NewEvent(key, ReviewTelling.EVENT, null, Scope.ALL, "{}", Set.of())
                    .quoting(review.id(), review.review().text()));
        }
        return Future.succeededFuture(events);
    }

    private int tell() {
        return await(new ReviewTelling(database()).step(100, ReviewTellingIT::judge));
    }

    private void tellAll() {
        int read;
        do read = tell();
        while (read > 0);
    }

    private long told() {
        return number("SELECT count(*) FROM delivery");
    }

    @Test
    void step_nobodySubscribes_isPassedOverForGood() {
        review("p1");
        assertThat(tell()).isZero();
        subscribe("a");
        assertThat(tell()).isZero();
        assertThat(told()).isZero();
    }

    @Test
    void step_newReviews_areToldOnceWhoeverFollows() {
        subscribe("a");
        subscribe("b");
        review("n1");
        review("n2");
        assertThat(tell()).isEqualTo(2);
        assertThat(tell()).isZero();
        assertThat(told()).isEqualTo(4);
        review("n3");
        assertThat(tell()).isEqualTo(1);
        assertThat(told()).isEqualTo(6);
    }

    @Test
    void step_judgeThatFails_isAskedAgain() {
        subscribe("a");
        review("f1");
        assertThatThrownBy(() -> await(
                        new ReviewTelling(database()).step(100, (targets, changes) -> Future.failedFuture("broken"))))
                .isNotNull();
        assertThat(tell()).isEqualTo(1);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void step_manyAtOnce_tellsEachOnce() {
        subscribe("a");
        for (int i = 0; i < 20; i++) review("m" + i);
        List<Future<Integer>> steps = new ArrayList<>();
        for (int i = 0; i < 10; i++) steps.add(new ReviewTelling(database()).step(3, ReviewTellingIT::judge));
        await(Future.join(steps));
        tellAll();
        assertThat(told()).isEqualTo(20);
    }

    @Test
    void step_reviewErasedMeanwhile_isForgotten() {
        subscribe("a");
        review("e1");
        tellAll();
        assertThat(told()).isEqualTo(1);
        await(new Subjects(database()).erase("e1"));
        tellAll();
        assertThat(number("SELECT count(*) FROM outbox_event")).isZero();
        assertThat(told()).isZero();
    }

    @Test
    void step_reviewEdited_arrivesWhenItWasEdited() {
        subscribe("a");
        review("old");
        tellAll();
        await(database()
                .pool()
                .query("UPDATE review SET received_at = received_at - interval '1 year' WHERE external_id = 'old'")
                .execute());
        Instant before = instant();
        save(Reviews.by("old", "old", "瓶口漏酒，越漏越多"));
        analyseAll();
        List<Instant> arrived = new ArrayList<>();
        await(new ReviewTelling(database()).step(100, (targets, arrivals) -> {
            arrivals.forEach(arrival -> arrived.add(arrival.at()));
            return Future.succeededFuture(List.of());
        }));
        assertThat(arrived).singleElement().satisfies(at -> assertThat(at).isAfterOrEqualTo(before));
    }

    private Instant instant() {
        return await(database().pool().query("SELECT clock_timestamp()").execute())
                .iterator()
                .next()
                .getOffsetDateTime(0)
                .toInstant();
    }

    @Test
    void step_manyTargets_readsNoMoreThanCanBeTold() {
        for (int i = 0; i < 10; i++) subscribe("t" + i);
        for (int i = 0; i < 12; i++) review("b" + i);
        assertThat(await(new ReviewTelling(database()).step(50, ReviewTellingIT::judge)))
                .isEqualTo(5);
        assertThat(await(new ReviewTelling(database()).step(5, ReviewTellingIT::judge)))
                .isEqualTo(1);
        tellAll();
        assertThat(told()).isEqualTo(120);
    }

    @Test
    void step_reviewEditedBeforeItWasTold_isToldAsItReadsNow() {
        subscribe("a");
        review("e2");
        tellAll();
        save(Reviews.by("e2", "e2", "换了一瓶，不漏了"));
        assertThat(told()).isZero();
        analyseAll();
        tellAll();
        assertThat(number("SELECT count(*) FROM outbox_event WHERE key LIKE 'review:%:2:all'"))
                .isEqualTo(1);
        assertThat(told()).isEqualTo(1);
    }
}
