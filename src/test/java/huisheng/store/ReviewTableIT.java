package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Review;
import huisheng.review.Scope;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTableIT extends StoreTest {
    @Test
    void save_newAgainAndEdited_tellsEachStatus() {
        NewReview first = Reviews.of("s1", "酒香浓郁，包装精美");
        assertThat(save(first).get(0).status()).isEqualTo(Status.ACCEPTED);
        assertThat(save(first).get(0).status()).isEqualTo(Status.DUPLICATE);
        Saved edited = save(Reviews.of("s1", "喝完上头")).get(0);
        assertThat(edited.status()).isEqualTo(Status.UPDATED);
        assertThat(find(edited.id()).stored().version()).isEqualTo(2);
        assertThat(save(Reviews.of("s1", "喝完上头")).get(0)).isEqualTo(new Saved(edited.id(), Status.DUPLICATE));
    }

    @Test
    void save_everyField_comesBackEqual() {
        NewReview review = Reviews.followup("f0", "none", "追评：味道👍 \uD83C\uDF77");
        ReviewState state = find(save(review).get(0).id());
        assertThat(state.stored().review()).isEqualTo(review.review());
        assertThat(state.stored().pii()).isEqualTo(review.pii());
        assertThat(state.analysis()).isNull();
    }

    @Test
    void save_charactersPostgresCannotHold_keepsLengthAndBatch() {
        List<Saved> saved = save(Reviews.of("n1\0", "a\0b\uD800c"), Reviews.of("n2", "好"));
        assertThat(find(saved.get(0).id()).stored().review().text()).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(find(saved.get(1).id()).stored().review().text()).isEqualTo("好");
    }

    @Test
    void save_edits_keepHistoryNewestFirst() {
        long id = save(Reviews.of("h1", "第一版")).get(0).id();
        assertThat(save(Reviews.of("h1", "第二版"), Reviews.of("h1", "第三版"))).hasSize(2);
        List<OldVersion> history = await(new ReviewReader(database()).history(Scope.ALL, id));
        assertThat(history).extracting(old -> old.stored().review().text()).containsExactly("第二版", "第一版");
        assertThat(history).extracting(old -> old.stored().version()).containsExactly(2, 1);
        assertThat(find(id).stored().review().text()).isEqualTo("第三版");
    }

    @Test
    void save_sameKeyTwiceInBatch_goesThroughInOrder() {
        List<Saved> saved =
                save(Reviews.of("k2", "甲"), Reviews.of("k1", "乙"), Reviews.of("k2", "甲"), Reviews.of("k2", "丙"));
        assertThat(saved)
                .extracting(Saved::status)
                .containsExactly(Status.ACCEPTED, Status.ACCEPTED, Status.DUPLICATE, Status.UPDATED);
        assertThat(saved.get(0).id())
                .isEqualTo(saved.get(3).id())
                .isNotEqualTo(saved.get(1).id());
        assertThat(find(saved.get(0).id()).stored().review().text()).isEqualTo("丙");
    }

    @Test
    void save_onlyLikesChanged_updatesWithoutNewVersion() {
        NewReview review = Reviews.of("l1", "好评");
        long id = save(review).get(0).id();
        Saved again = save(new NewReview(liked(review.review()), review.pii())).get(0);
        assertThat(again).isEqualTo(new Saved(id, Status.UPDATED));
        assertThat(find(id).stored().version()).isEqualTo(1);
        assertThat(find(id).stored().review().likes()).isEqualTo(99);
    }

    @Test
    void save_concurrentBatchesInOppositeOrder_bothCommit() {
        ReviewTable table = new ReviewTable(database());
        for (int round = 0; round < 10; round++) {
            List<NewReview> there = batch("d" + round + "-", round);
            List<NewReview> back = new ArrayList<>(batch("d" + round + "-", round + 1));
            Collections.reverse(back);
            List<Future<List<Saved>>> both = List.of(table.save(there), table.save(back));
            List<Saved> one = await(both.get(0));
            List<Saved> other = new ArrayList<>(await(both.get(1)));
            Collections.reverse(other);
            for (int i = 0; i < one.size(); i++) {
                assertThat(one.get(i).id()).isEqualTo(other.get(i).id());
                assertThat(List.of(one.get(i).status(), other.get(i).status()))
                        .containsExactlyInAnyOrder(Status.ACCEPTED, Status.UPDATED);
            }
        }
    }

    @Test
    void find_outOfScope_isAsIfItWereNotThere() {
        List<Saved> saved = save(Reviews.ofBrand("甲牌", "b1"), Reviews.ofBrand("乙牌", "b2"));
        List<Long> ids = saved.stream().map(Saved::id).toList().reversed();
        Scope scope = new Scope(java.util.Map.of(huisheng.review.Dimension.BRAND, java.util.Set.of("甲牌")));
        ReviewReader reader = new ReviewReader(database());
        assertThat(await(reader.findAll(Scope.ALL, ids)))
                .extracting(state -> state.stored().id())
                .isEqualTo(ids);
        assertThat(await(reader.findAll(scope, ids)))
                .extracting(state -> state.stored().review().brand())
                .containsExactly("甲牌");
        assertThat(await(reader.find(scope, saved.get(1).id()))).isEmpty();
        assertThat(await(reader.history(scope, saved.get(1).id()))).isEmpty();
        Scope stores = new Scope(java.util.Map.of(huisheng.review.Dimension.STORE, java.util.Set.of("一店")));
        assertThat(await(reader.findAll(stores, ids))).isEmpty();
    }

    private static List<NewReview> batch(String prefix, int round) {
        List<NewReview> batch = new ArrayList<>();
        for (int i = 0; i < 200; i++) batch.add(Reviews.of(prefix + i, "第" + round + "遍的评论" + i));
        return batch;
    }

    private static Review liked(Review r) {
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
                r.author(),
                r.rating(),
                r.text(),
                r.language(),
                r.writtenAt(),
                99,
                r.url(),
                r.variant(),
                r.attributes());
    }
}
