package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerTableIT extends StoreTest {
    private static KeptAnswer answer(String request) {
        return new KeptAnswer(request, "\"accepted\":1", Buffer.buffer(request));
    }

    @BeforeEach
    void clear() {
        await(database().pool().query("DELETE FROM kept_answer").execute());
    }

    @Test
    void keep_again_theFirstStays() {
        AnswerTable table = new AnswerTable(database());
        assertThat(await(table.find("k"))).isEmpty();
        assertThat(await(table.keep("k", answer("one"))).request()).isEqualTo("one");
        assertThat(await(table.keep("k", answer("two"))).request()).isEqualTo("one");
        KeptAnswer found = await(table.find("k")).orElseThrow();
        assertThat(found.counts()).isEqualTo("\"accepted\":1");
        assertThat(found.results()).isEqualTo(Buffer.buffer("one"));
    }

    @Test
    void keep_afterItsTime_isReplacedAndPruned() {
        AnswerTable table = new AnswerTable(database(), Duration.ofHours(1), 10);
        await(table.keep("old", answer("one")));
        await(database()
                .pool()
                .query("UPDATE kept_answer SET created_at = now() - interval '61 minutes'")
                .execute());
        assertThat(await(table.find("old"))).isEmpty();
        assertThat(await(table.keep("old", answer("two"))).request()).isEqualTo("two");
        assertThat(await(table.prune())).isZero();
        await(database()
                .pool()
                .query("UPDATE kept_answer SET created_at = now() - interval '61 minutes'")
                .execute());
        assertThat(await(table.prune())).isEqualTo(1);
    }

    @Test
    void prune_tooMany_deletesTheOldest() {
        AnswerTable table = new AnswerTable(database(), Duration.ofHours(1), 3);
        for (int i = 0; i < 5; i++) await(table.keep("k" + i, answer("r" + i)));
        assertThat(await(table.prune())).isEqualTo(2);
        assertThat(await(table.find("k1"))).isEmpty();
        assertThat(await(table.find("k2"))).isPresent();
    }
}
