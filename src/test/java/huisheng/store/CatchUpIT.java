package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Change;
import huisheng.review.Position;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatchUpIT extends StoreTest {
    private CatchUp catchUp;

    @BeforeEach
    void analyse() {
        catchUp = new CatchUp(database());
        analyseAll();
    }

    private Position head() {
        List<Change> all = await(new ChangeFeed(database()).readAfter(Position.START, 1_000));
        return all.isEmpty() ? Position.START : all.getLast().position();
    }

    private boolean isReached(CatchUp.Mark mark, Position shown) {
        return await(catchUp.isAnalysed(mark)) && await(catchUp.isRead(mark, shown));
    }

    @Test
    void isReached_followerHasNotReadAll_onlyOnceItHas() {
        Position before = head();
        save(Reviews.of("c1", "漏酒"));
        analyseAll();
        CatchUp.Mark mark = await(catchUp.mark());
        assertThat(isReached(mark, before)).isFalse();
        assertThat(isReached(mark, Position.START)).isFalse();
        assertThat(isReached(mark, head())).isTrue();
    }

    @Test
    void isReached_moreComesAfterTheMark_doesNotWaitForIt() {
        Position before = head();
        CatchUp.Mark mark = await(catchUp.mark());
        save(Reviews.of("c2", "好酒"));
        assertThat(isReached(mark, before)).isTrue();
        analyseAll();
        assertThat(isReached(mark, before)).isTrue();
    }

    @Test
    void isReached_pushedButNotAnalysed_waitsForThePipeline() {
        Position before = head();
        save(Reviews.of("c3", "上头"));
        CatchUp.Mark pushed = await(catchUp.mark());
        assertThat(await(catchUp.isAnalysed(pushed))).isFalse();
        analyseAll();
        assertThat(await(catchUp.isAnalysed(pushed))).isTrue();
        CatchUp.Mark analysed = await(catchUp.mark());
        assertThat(isReached(analysed, before)).isFalse();
        assertThat(isReached(analysed, head())).isTrue();
    }

    @Test
    void isReached_readAnewByAnotherPipeline_doesNotWait() {
        save(Reviews.of("c4", "香"));
        analyseAll();
        int queued = await(new AnalysisQueue(database()).requeue("another", 100));
        assertThat(queued).isPositive();
        CatchUp.Mark mark = await(catchUp.mark());
        assertThat(isReached(mark, head())).isTrue();
    }

    /** Its change would be shown before those that were committed meanwhile, so these cannot be read yet. */
    @Test
    void isReached_earlierWriterIsStillOpen_waitsForIt() {
        SqlConnection writer = await(database().pool().getConnection());
        await(writer.query("BEGIN").execute());
        await(writer.query("SELECT pg_current_xact_id()").execute());
        save(Reviews.of("c5", "醇"));
        analyseAll();
        CatchUp.Mark mark = await(catchUp.mark());
        assertThat(isReached(mark, head())).isFalse();
        await(writer.query("ROLLBACK").execute());
        await(writer.close());
        assertThat(isReached(mark, head())).isTrue();
    }
}
