package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.review.Change;
import huisheng.review.Scope;
import io.vertx.core.Future;
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
    private static Future<List<NewEvent>> judge(List<StoredTarget> targets, List<Change> changes) {
        List<NewEvent> events = new ArrayList<>();
        for (Change change : changes) {
            if (change.analysed() == null) continue;
            String key = "review:" + change.reviewId() + ":1:all";
            events.add(new NewEvent(key, ReviewTelling.EVENT, null, Scope.ALL, "{}", Set.of()));
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
}
