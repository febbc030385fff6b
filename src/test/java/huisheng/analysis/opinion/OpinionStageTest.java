package huisheng.analysis.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Draft;
import huisheng.analysis.OffsetMap;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import huisheng.review.Opinion;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpinionStageTest {
    private static final Pack PACK = Packs.load(Path.of("corpora"), "general");
    private static final OpinionStage STAGE = new OpinionStage(PACK);
    private static final Drafts DRAFTS = new Drafts(PACK);

    @Test
    void annotate_leadsBackToTheMaskedText_whenNormalisationMovedOffsets() {
        Draft plain = DRAFTS.of("包装破损，客服热情");
        // the masked text opens with an entity of five characters that normalisation dropped
        Draft moved = new Draft(AnalysisRequest.of("&amp;包装破损，客服热情"));
        moved.normalised = plain.normalised;
        moved.tokens = plain.tokens;
        moved.clauses = plain.clauses;
        moved.offsets = new OffsetMap() {
            @Override
            public int start(int normalised) {
                return normalised + 5;
            }

            @Override
            public int end(int normalised) {
                return normalised + 5;
            }
        };
        STAGE.annotate(moved);
        assertThat(moved.opinions).extracting(Opinion::opinion).containsExactly("包装破损", "客服热情");
        assertThat(moved.opinions).extracting(Opinion::target).containsExactly("包装", "客服");
        assertThat(moved.opinions)
                .allSatisfy(o -> assertThat(moved.request().text().substring(o.start(), o.end()))
                        .isEqualTo(o.opinion()));
    }

    @Test
    void annotate_stopsAtFiftyOpinions() {
        Draft draft = DRAFTS.of("好吃，难用，".repeat(100));
        STAGE.annotate(draft);
        assertThat(draft.opinions).hasSize(50);
    }

    @Test
    void annotate_marksFactsAsImplicit() {
        Draft draft = DRAFTS.of("穿两次就开线，难看");
        STAGE.annotate(draft);
        assertThat(draft.opinions).extracting(Opinion::implicit).containsExactly(true, false);
    }

    @Test
    void annotate_scoresDegrees() {
        Draft draft = DRAFTS.of("有点难吃，难吃，非常难吃");
        STAGE.annotate(draft);
        List<Double> scores = draft.opinions.stream().map(Opinion::score).toList();
        assertThat(scores).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(scores).doesNotHaveDuplicates();
    }

    @Test
    void annotate_keepsSpansInOrderAndInBounds_onRandomText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> words = List.copyOf(PACK.words().keySet());
        List<String> glue = List.of("不", "没有", "，", "？", "但", "的", "比", "👍", "希望", " ", "吗", "&", "\ud83d");
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(30); j >= 0; j--) {
                List<String> from = random.nextBoolean() ? words : glue;
                text.append(from.get(random.nextInt(from.size())));
            }
            Draft draft = DRAFTS.of(text.toString());
            STAGE.annotate(draft);
            assertThat(draft.opinions).as("seed %d, text %s", seed, text).allSatisfy(o -> {
                assertThat(text.substring(o.start(), o.end())).isEqualTo(o.opinion());
                assertThat(o.score()).isBetween(-1.0, 1.0);
            });
        }
    }

    @Test
    void annotate_usesThePacksOwnAspects() {
        Pack baijiu = Packs.load(Path.of("corpora"), "baijiu");
        Draft draft = new Drafts(baijiu).of("口感辛辣，喝完上头，挂杯明显，香气扑鼻");
        new OpinionStage(baijiu).annotate(draft);
        assertThat(draft.opinions)
                .extracting(o -> o.aspectName() + " " + o.polarity().label())
                .containsExactly("口感 negative", "上头 negative", "酒体 positive", "香气 positive");
    }
}
