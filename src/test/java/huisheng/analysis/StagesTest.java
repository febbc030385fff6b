package huisheng.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Analysis;
import huisheng.review.Comparison;
import huisheng.review.IntentType;
import huisheng.review.Need;
import huisheng.review.NoiseType;
import huisheng.review.Outcome;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stages tell of sentences: of each rule some that fire and some that do not. */
class StagesTest {
    private static Pipeline pipeline;

    @BeforeAll
    static void load() throws IOException {
        pipeline = PipelineFactory.load(Path.of("."), "general");
    }

    @ParameterizedTest
    @CsvSource({
        "质量太差了，用两天就坏，客服也不理人，气死我了,COMPLAINT",
        "客服半天不回消息，东西还是坏的,COMPLAINT",
        "东西很好用，非常满意，推荐给大家,PRAISE",
        "东西很好用，非常满意，推荐给大家,RECOMMEND",
        "希望客服能早点回复,SUGGESTION",
        "建议增加一个收纳袋,SUGGESTION",
        "请问这个有没有大号的？,INQUIRY",
        "这款手机支持无线充电吗？,INQUIRY",
        "已经是第三次回购了，还会再来买,REPURCHASE",
        "以后再也不买了，太失望了,CHURN",
        "大家千万别买，质量太差了,WARN_OTHERS",
        "I will never buy from this store again.,CHURN",
        "Please add a larger size.,SUGGESTION"
    })
    void intents_sentenceThatShowsIt_haveIt(String text, IntentType type) {
        assertThat(intents(text)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({
        "东西很好用，非常满意，推荐给大家,COMPLAINT",
        "希望客服能早点回复,COMPLAINT",
        "质量太差了，用两天就坏，客服也不理人，气死我了,PRAISE",
        "请问这个有没有大号的？,SUGGESTION",
        "建议增加一个收纳袋,INQUIRY",
        "以后再也不买了，太失望了,REPURCHASE",
        "东西很好用，非常满意，推荐给大家,CHURN",
        "客服半天不回消息，东西还是坏的,RECOMMEND",
        "做工精细，质量很好，用着很顺手,WARN_OTHERS"
    })
    void intents_sentenceThatDoesNot_lackIt(String text, IntentType type) {
        assertThat(intents(text)).doesNotContain(type);
    }

    @ParameterizedTest
    @CsvSource({
        "Total fake. Do not buy,AUTHENTICITY",
        "'The bag is clearly a fake, the logo is crooked',AUTHENTICITY",
        "Still no answer after three weeks. My lawyer has the emails.,LEGAL"
    })
    void risks_englishCharge_isTold(String text, RiskType type) {
        assertThat(read(text).risks()).extracting(Risk::type).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "东西很好用，非常满意，推荐给大家",
                "客服半天不回消息，东西还是坏的",
                "物流很快，就是杯子有点小",
                "味道一般般吧，凑合",
                "昨天下午三点收到的快递",
                "系统默认好评",
                "杯子颜色好看，可是漏水，客服还不管"
            })
    void intents_complaintAndPraise_agreeWithTheStance(String text) {
        SentimentLabel stance = read(text).sentiment().label();
        if (stance == SentimentLabel.POSITIVE || stance == SentimentLabel.NEUTRAL) {
            assertThat(intents(text)).doesNotContain(IntentType.COMPLAINT);
        }
        if (stance == SentimentLabel.NEGATIVE || stance == SentimentLabel.NEUTRAL) {
            assertThat(intents(text)).doesNotContain(IntentType.PRAISE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"希望客服能早点回复", "建议增加一个收纳袋", "要是能加一个保护套就完美了", "希望能出无糖的版本", "Please add a larger size."})
    void needs_wish_isTold(String text) {
        assertThat(read(text).needs()).hasSize(1).allSatisfy(need -> {
            assertThat(need.implicit()).isFalse();
            assertThat(text.substring(need.start(), need.end())).isEqualTo(need.text());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"东西很好用，非常满意，推荐给大家", "质量太差了，用两天就坏", "昨天下午三点收到的快递", "系统默认好评", "请问这个有没有大号的？", "滤芯多久换一次？"})
    void needs_noWish_areNone(String text) {
        assertThat(read(text).needs()).extracting(Need::text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "吃完之后全家拉肚子，去医院打了吊针,HEALTH,1",
        "用了之后脸上过敏，又红又痒,HEALTH,1",
        "碗还没放下就拉肚子，跑了一夜厕所,HEALTH,1",
        "里面吃出一根头发，太恶心了,FOOD_SAFETY,1",
        "牛奶是过期的,FOOD_SAFETY,1",
        "面包好像发霉了，扔了,FOOD_SAFETY,1",
        "菜不好吃还有苍蝇,FOOD_SAFETY,1",
        "发霉前天发现的，已经扔了,FOOD_SAFETY,1",
        "充电的时候突然起火了，太危险了,PRODUCT_SAFETY,1",
        "'漏电，手被电了一下',PRODUCT_SAFETY,1",
        "买到假货了，根本不是正品,AUTHENTICITY,2",
        "我要打12315投诉你们,REGULATOR,1",
        "已经委托律师起诉，法院见,LEGAL,1",
        "再不处理我就发到网上曝光你们,EXPOSURE,2",
        "已经申请平台介入了,PLATFORM_COMPLAINT,2",
        "三天没人理，明天去市场监管局举报,REGULATOR,1",
        "拖了半个月不退款，只好打给电视台记者,EXPOSURE,1",
        "鞋垫把脚后跟磨破皮了，化脓,HEALTH,1",
        "我要打12315投诉你们,PLATFORM_COMPLAINT,3",
        "宣传说纯棉，到手是化纤，虚假宣传,FALSE_ADVERTISING,2"
    })
    void risks_danger_isToldWithItsUrgency(String text, RiskType type, int severity) {
        assertThat(read(text).risks())
                .filteredOn(risk -> risk.type() == type)
                .hasSize(1)
                .allSatisfy(risk -> {
                    assertThat(risk.severity()).isEqualTo(severity);
                    assertThat(text.substring(risk.start(), risk.end())).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "用了没有过敏，很温和",
                "不是假货，是正品，放心买",
                "是正品，扫码验过了",
                "充电不会起火，很安全",
                "没有漏电，用着很放心",
                "用着没有起火，很稳定",
                "律师朋友推荐的，很好用",
                "市监局上班的舅舅都说这家手续全，放心",
                "客服介入前商家就主动退款了，挺好",
                "颜色像发霉的木头，不过做工好，喜欢",
                "请问走消协投诉要准备什么材料？",
                "物流很快，包装精美",
                "At first I worried it was a fake but it is genuine, very happy",
                "My lawyer friend loves this briefcase",
                "It is not a fake, but it broke after two days"
            })
    void risks_deniedOrNone_areNone(String text) {
        assertThat(read(text).risks()).extracting(Risk::type).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "比小米的手环好用多了,小米的手环,WIN",
        "比戴森差远了，吸力不行,戴森,LOSE",
        "比上次买的差多了,上次买的,LOSE",
        "比我之前用的飞利浦刮得干净,我之前用的飞利浦,WIN",
        "跟华为的差不多,华为,TIE",
        "不如老款结实，用两天就断了,老款,LOSE",
        "老款不如它省电，换对了,老款,WIN",
        "早知道买老款了，这个三天两头死机,老款,LOSE",
        "吊打A牌，安静又凉快,A牌,WIN",
        "两款一起用，跟A牌没区别,A牌,TIE"
    })
    void comparisons_otherSide_isTold(String text, String competitor, Outcome outcome) {
        assertThat(read(text).comparisons()).singleElement().satisfies(comparison -> {
            assertThat(comparison.competitor()).isEqualTo(competitor);
            assertThat(comparison.outcome()).isEqualTo(outcome);
            assertThat(text.substring(comparison.start(), comparison.end())).contains(competitor);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "同价位里没见过比它强的,WIN",
        "同價位裡沒見過比它強的,WIN",
        "同价位里没见过比它差的,LOSE",
        "同价位里比它强的真没几个,WIN",
        "同价位里比它强的多了去了,LOSE",
        "同价位不是没有比它强的,LOSE",
        "同价位里找不到比它更香的,WIN",
        "没用过比A牌更顺手的,LOSE",
        "没用过比A牌更难用的,WIN",
        "A牌降价归降价，用着还是不如这个,WIN",
        "A牌便宜是便宜，比不上这款,WIN",
        "用了半年，不如A牌好用,LOSE",
        "A牌降价了，用着也未必不如这个,TIE",
        "跟A牌比，用着还是不如它,LOSE"
    })
    void comparisons_denied_areTurnedRound(String text, Outcome outcome) {
        assertThat(read(text).comparisons())
                .extracting(Comparison::outcome)
                .isNotEmpty()
                .containsOnly(outcome);
    }

    @Test
    void comparisons_preferredInTheEnd_areOfWhatIsPreferred() {
        String text = "A牌降价归降价，屏幕还是不如这个";
        assertThat(read(text).comparisons()).singleElement().satisfies(comparison -> {
            assertThat(comparison.aspect()).isNotEqualTo("price");
            assertThat(text.substring(comparison.start(), comparison.end())).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "颜色很好看，大小合适",
                "客服半天不回消息，东西还是坏的",
                "推荐给身边的朋友，值得买",
                "昨天下午三点收到的快递",
                "请问这款跟A牌比哪个好？",
                "没有比这更好的手机了",
                "哪有比这更坑的店"
            })
    void comparisons_noOtherSide_areNone(String text) {
        assertThat(read(text).comparisons()).extracting(Comparison::competitor).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "系统默认好评,DEFAULT",
        "用户未填写评价,DEFAULT",
        "啊啊啊啊啊啊啊啊,FILLER",
        "。。。。。。,FILLER",
        "asdfghjkl,FILLER",
        "随便写几个字凑字数,FILLER",
        "好评好评好评，质量很好，物流很快，卖家服务态度很好，很满意的一次购物，五星好评,TEMPLATE",
        "需要兼职刷单的加微信，日赚三百,ADVERT",
        "加我微信，低价出同款，厂家直销,ADVERT"
    })
    void noise_textWithoutContent_isFlagged(String text, NoiseType type) {
        assertThat(read(text).noise()).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "床单洗了两次就起球，很失望",
                "杯子容量正好，倒水不漏，喜欢",
                "物流很快，就是杯子有点小",
                "请问这个有没有大号的？",
                "The battery died after two days. Terrible quality, I want a refund."
            })
    void noise_realReview_isNone(String text) {
        assertThat(read(text).noise()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The battery died after two days. Terrible quality, I want a refund.|NEGATIVE",
                "Great sound and fast delivery, very happy with it!|POSITIVE",
                "You can't find a better phone; works perfectly.|POSITIVE",
                "The food made me sick, I had diarrhea all night.|NEGATIVE"
            })
    void sentiment_english_hasItsStance(String text, SentimentLabel label) {
        Analysis analysis = read(text);
        assertThat(analysis.language()).isEqualTo("en");
        assertThat(analysis.sentiment().label()).isEqualTo(label);
        AnalysisChecks.spansLieOnText(analysis, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"とても良い商品でした。また買いたいです。", "정말 좋아요. 배송도 빨라요.", "Очень хороший товар, доставка быстрая"})
    void sentiment_otherLanguage_isUnscored(String text) {
        Analysis analysis = read(text);
        assertThat(analysis.language()).isEqualTo("other");
        assertThat(analysis.sentiment().label()).isEqualTo(SentimentLabel.UNSCORED);
        assertThat(analysis.opinions()).isEmpty();
    }

    @Test
    void analyse_fromManyThreads_isTheSame() {
        List<String> texts = List.of(
                "比戴森差远了，吸力不行",
                "充电的时候突然起火了，太危险了",
                "希望客服能早点回复",
                "Great sound and fast delivery, very happy with it!",
                "质量太差了，用两天就坏，客服也不理人，气死我了");
        List<Analysis> alone = texts.stream().map(StagesTest::read).toList();
        List<Analysis> together = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(i -> read(texts.get(i % texts.size())))
                .toList();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % texts.size()));
        }
    }

    @Test
    void analyse_randomUnicode_spansLieOnText() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            int length = round == 0 ? 20_000 : random.nextInt(400);
            StringBuilder text = new StringBuilder();
            while (text.length() < length) text.append(piece(random));
            text.setLength(Math.min(text.length(), length));
            Analysis analysis = read(text.toString());
            AnalysisChecks.spansLieOnText(analysis, "seed " + seed + " round " + round);
        }
    }

    private static String piece(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new String(Character.toChars(random.nextInt(Character.MAX_CODE_POINT + 1)));
            case 1 -> String.valueOf((char) random.nextInt(0x10000));
            case 2 -> String.valueOf((char) (0x4e00 + random.nextInt(0x5200)));
            case 3 ->
                List.of("质量", "不好", "很快", "比小米差", "假货", "希望", "！", "，", "。").get(random.nextInt(9));
            case 4 ->
                List.of(" never", " good", " bad", " than", ". ", "&amp;", "😀", "[doge]")
                        .get(random.nextInt(8));
            default -> String.valueOf((char) (32 + random.nextInt(95)));
        };
    }

    private static List<IntentType> intents(String text) {
        return read(text).intents().stream().map(intent -> intent.type()).toList();
    }

    private static Analysis read(String text) {
        return pipeline.analyse(AnalysisRequest.of(text));
    }
}
