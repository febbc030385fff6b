package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Change;
import huisheng.review.Position;
import huisheng.review.Scope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubjectsIT extends StoreTest {
    @Test
    void erase_author_leavesOnlyTombstones() {
        long mine = save(Reviews.by("me", "m1", "第一版")).get(0).id();
        save(Reviews.by("me", "m1", "第二版"));
        analyseAll();
        long waiting = save(Reviews.by("me", "m2", "待分析")).get(0).id();
        long other = save(Reviews.by("you", "y1", "别人的")).get(0).id();
        Subjects subjects = new Subjects(database());

        List<SubjectReview> export = await(subjects.export("me"));
        assertThat(export).extracting(one -> one.state().stored().id()).containsExactly(mine, waiting);
        assertThat(export.get(0).state().analysis()).isNotNull();
        assertThat(export.get(0).history())
                .extracting(old -> old.stored().review().text())
                .containsExactly("第一版");

        assertThat(await(subjects.erase("me"))).isEqualTo(2);
        assertThat(await(subjects.erase("me"))).isZero();
        assertThat(await(subjects.export("me"))).isEmpty();
        for (String table : List.of("review_version", "analysis", "analysis_task")) {
            assertThat(number("SELECT count(*) FROM " + table + " WHERE review_id IN (" + mine + "," + waiting + ")"))
                    .as(table)
                    .isZero();
        }
        analyseAll();
        List<Change> changes = await(new ChangeFeed(database()).readAfter(Position.START, 10));
        assertThat(changes)
                .extracting(Change::reviewId)
                .contains(mine, waiting, other)
                .doesNotHaveDuplicates();
        assertThat(changes)
                .filteredOn(change -> change.analysed() == null)
                .extracting(Change::reviewId)
                .containsExactlyInAnyOrder(mine, waiting);
    }

    @Test
    void keys_insertedAndRevoked_areFoundOnlyWhileValid() {
        KeyTable keys = new KeyTable(database());
        assertThat(await(keys.any())).isFalse();
        Scope scope = new Scope(java.util.Map.of(huisheng.review.Dimension.BRAND, Set.of("花雕坊")));
        long id = await(keys.insert("abc", "市场部", scope, Set.of("read", "write"), null))
                .orElseThrow()
                .id();
        assertThat(await(keys.any())).isTrue();
        StoredKey found = await(keys.find("abc")).orElseThrow();
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.scope()).isEqualTo(scope);
        assertThat(found.rights()).containsExactlyInAnyOrder("read", "write");
        assertThat(await(keys.revoke(id))).contains("abc");
        assertThat(await(keys.revoke(id))).isEmpty();
        assertThat(await(keys.find("abc"))).isEmpty();
        assertThat(await(keys.list()))
                .singleElement()
                .satisfies(key -> assertThat(key.revokedAt()).isNotNull());
    }

    @Test
    void biView_analysedReview_hasItsSentiment() {
        save(Reviews.by("bi", "bi1", "好酒"));
        analyseAll();
        assertThat(number("SELECT count(*) FROM bi_review WHERE external_id = 'bi1' AND sentiment = 'positive'"
                        + " AND NOT noise"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM bi_opinion")).isZero();
    }
}
