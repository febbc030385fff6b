package huisheng.channel;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Review;
import huisheng.review.ReviewKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConnectorsTest {
    private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void of_unknownChannel_isEmpty() {
        assertThat(Connectors.of("nowhere")).isEmpty();
        assertThat(Connectors.channels()).contains("canonical", "taobao", "jd", "weibo", "survey");
    }

    @Test
    void taobao_rateWithAppend_givesReviewAndFollowup() {
        Reading reading = Read.item("taobao", """
                {'oid':1958000000000000001,'role':'buyer','nick':'t**1','result':'bad','created':'2026-11-01 08:00:00',
                 'num_iid':77,'item_title':'杯子','content':'盖子&ldquo;漏&rdquo;水','reply':'亲，抱歉',
                 'append':[{'content':'换了一个','create_time':'2026-11-03 08:00:00'}]}
                """);
        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.reviews()).hasSize(2);
        Review review = reading.reviews().getFirst().review();
        assertThat(review.externalId()).isEqualTo("1958000000000000001");
        assertThat(review.rating()).isEqualTo(1);
        assertThat(review.text()).isEqualTo("盖子“漏”水");
        assertThat(review.writtenAt()).isEqualTo(TIME);
        assertThat(review.attributes()).containsEntry("merchantReply", "亲，抱歉");
        assertThat(reading.reviews().getFirst().userId())
                .as("a masked nickname is nobody")
                .isNull();
        Review followup = reading.reviews().getLast().review();
        assertThat(followup.kind()).isEqualTo(ReviewKind.FOLLOWUP);
        assertThat(followup.parent()).isEqualTo(review.externalId());
        assertThat(followup.externalId()).isNotEqualTo(review.externalId());
        assertThat(followup.text()).isEqualTo("换了一个");
        assertThat(followup.rating()).isNull();
    }

    @Test
    void taobao_sellersRate_isNoReview() {
        Rejection rejection = Read.rejection("taobao", "{'oid':1,'role':'seller','content':'好买家'}");
        assertThat(rejection.code()).isEqualTo("not-a-customer");
        assertThat(rejection.pointer()).isEqualTo("/role");
    }

    @Test
    void jd_reviewWithReplyAndFollowup_keepsTheShopOut() {
        Reading reading = Read.item("jd", """
                {'id':20611863451234567,'content':'不错&hellip;','score':4,'creationTime':'2026-11-01 08:00:00','days':5,
                 'productColor':'黑','usefulVoteCount':'1.2万','userLevelName':'PLUS会员','replies':[{'content':'感谢'}],
                 'afterSaleReview':{'content':'坏了','createTime':'2026-11-09 08:00:00'}}
                """);
        assertThat(reading.reviews()).extracting(raw -> raw.review().text()).containsExactly("不错…", "坏了");
        Review review = reading.reviews().getFirst().review();
        assertThat(review.likes()).isEqualTo(12_000);
        assertThat(review.author().level()).isEqualTo("PLUS会员");
        assertThat(review.attributes()).containsEntry("merchantReply", "感谢").containsEntry("color", "黑");
    }

    @Test
    void jd_badFollowup_leavesTheReview() {
        Reading reading = Read.item(
                "jd",
                "{'id':'1','content':'好','score':5,'creationTime':'2026-11-01 08:00:00','afterSaleReview':{'content':'坏','createTime':'gestern'}}");
        assertThat(reading.reviews()).hasSize(1);
        assertThat(reading.rejections()).extracting(Rejection::pointer).containsExactly("/afterSaleReview/createTime");
    }

    @Test
    void pinduoduo_specsAndEpochSeconds_areRead() {
        Review review = Read.one(
                        "pinduoduo",
                        "{'id':'1','user':{'nickname':'拼**户'},'star':5,'content':'行','create_time':1793491200,'specs':'颜色:黑色; 尺码:XL'}")
                .review();
        assertThat(review.attributes()).containsEntry("颜色", "黑色").containsEntry("尺码", "XL");
        assertThat(review.writtenAt()).isEqualTo(Instant.ofEpochSecond(1_793_491_200L));
    }

    @Test
    void wechatMini_hundreds_areStarsAndOrdersStayOut() {
        RawReview raw = Read.one("wechat-mini", """
                {'commentId':'c1','orderId':'3700000000000000001','wxPayId':'4200000000','score':400,'createTime':1793491200,
                 'content':{'txt':'改口：好'},'userInfo':{'openid':'o-1'},'oldComment':{'content':'差'}}
                """);
        assertThat(raw.review().rating()).isEqualTo(4);
        assertThat(raw.review().text()).isEqualTo("改口：好");
        assertThat(raw.review().attributes()).containsEntry("previousText", "差");
        assertThat(raw.userId()).isEqualTo("o-1");
        assertThat(raw.review().toString()).doesNotContain("370000").doesNotContain("420000");
    }

    @Test
    void weibo_htmlAndEnglishDate_areRead() {
        RawReview raw = Read.one("weibo", """
                {'id':4960000000000000123,'idstr':'4960000000000000123','created_at':'Tue Oct 24 18:02:26 +0800 2023',
                 'text':'<a href=/n/x>@x</a> 难喝<img alt=[doge] src=/d.png>5<6&amp;7','source':'来自江苏',
                 'user':{'idstr':'99','screen_name':'n','gender':'f'}}
                """);
        assertThat(raw.review().text()).isEqualTo("@x 难喝[doge]5<6&7");
        assertThat(raw.review().writtenAt()).isEqualTo(Instant.parse("2023-10-24T10:02:26Z"));
        assertThat(raw.review().region()).isEqualTo("江苏");
        assertThat(raw.userId()).isEqualTo("99");
        assertThat(raw.review().author().gender()).isEqualTo("female");
    }

    @Test
    void social_noteRow_isXiaohongshu() {
        Review review = Read.one(
                        "social",
                        "{'comment_id':'6','note_id':'n','content':'香','create_time':1793491200000,'ip_location':'IP属地：四川','user_id':'u','sub_comment_count':'0','comment_like_count':'999+'}")
                .review();
        assertThat(review.channel()).isEqualTo("xiaohongshu");
        assertThat(review.region()).isEqualTo("四川");
        assertThat(review.likes()).isEqualTo(999);
        assertThat(review.writtenAt()).isEqualTo(Instant.ofEpochSecond(1_793_491_200L));
    }

    @Test
    void shopify_sameRowTwice_hasTheSameIdWithoutTheMail() {
        String row =
                "{'product_handle':'cup','rating':'4','title':'Nice','author':'A','email':'a@b.test','body':'Fine cup','created_at':'2026-11-01 00:00:00 UTC','reply':'Thanks'}";
        RawReview raw = Read.one("shopify", row);
        assertThat(raw.review().externalId())
                .isEqualTo(Read.one("shopify", row).review().externalId());
        assertThat(raw.review().text()).isEqualTo("Nice\nFine cup");
        assertThat(raw.review().writtenAt()).isEqualTo(TIME);
        assertThat(raw.userId()).isEqualTo("a@b.test");
        assertThat(raw.review().toString()).doesNotContain("a@b.test");
    }

    @Test
    void judgeme_feed_store_dianping_areRead() {
        assertThat(Read.one("judgeme", "{'product_handle':'cup','rating':'5','body':'ok','review_date':'2026-11-01'}")
                        .review()
                        .rating())
                .isEqualTo(5);
        assertThat(Read.one(
                                "review-feed",
                                "{'reviewID':'r','rating':3,'content':'so so','created_at':'2026-11-01T00:00:00Z','store':{'name':'S','id':'1'}}")
                        .review()
                        .store())
                .isEqualTo("S");
        assertThat(Read.one("survey", "{'id':'1','nps':9,'text':'','created_at':'2026/11/1 8:00'}")
                        .review()
                        .rating())
                .isEqualTo(5);
        assertThat(Read.one("dianping", "{'id':'1','review':'好吃','star':'5','味道':'1','time':'2026年11月1日'}")
                        .review()
                        .attributes())
                .containsEntry("aspect.味道", "1");
    }

    @Test
    void number_thatLostDigits_isRejected() {
        Rejection rejection = Read.rejection("jd", "{'id':1.958e18,'content':'x','creationTime':'2026-11-01'}");
        assertThat(rejection.code()).isEqualTo("lost-digits");
    }
}
