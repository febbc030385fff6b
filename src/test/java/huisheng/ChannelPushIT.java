package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.store.EmbeddedDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Payloads as channels give them, through HTTP to the answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelPushIT {
    private LocalService service;

    @BeforeAll
    void start() throws Exception {
        service = LocalService.start(LocalService.folder("channels"), EmbeddedDatabases.url());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private JsonNode push(String channel, String body) throws Exception {
        return LocalService.json(service.post(service.key(), "/api/v1/channels/" + channel + "/reviews", body));
    }

    private JsonNode review(JsonNode result) throws Exception {
        return service.get(service.key(), "/api/v1/reviews/" + result.path("id").asText());
    }

    @Test
    void taobao_withDefaultsAndPersonalData_isMaskedAndFiled() throws Exception {
        JsonNode answer = push("taobao", """
                [{"oid":"3012345678901234567","num_iid":"6001","nick":"酒**友","role":"buyer","result":"bad",
                  "content":"瓶口漏酒，打我电话13812345678","created":"2026-10-20 10:00:00",
                  "item_title":"云岭大曲 500ml 客服13912345678","rated_nick":"云岭官方店 微信yunling_kefu88"},
                 {"oid":"3012345678901234568","role":"seller","content":"谢谢","created":"2026-10-20 10:00:00"}]
                """);
        assertThat(answer.at("/results/0/status").asText()).isEqualTo("accepted");
        assertThat(answer.at("/results/0/externalId").asText()).isEqualTo("3012345678901234567");
        assertThat(answer.at("/results/1/status").asText()).isEqualTo("rejected");
        assertThat(answer.at("/results/1/pointer").asText()).isEqualTo("/role");
        JsonNode review = review(answer.at("/results/0")).path("review");
        assertThat(review.path("rating").asInt()).isEqualTo(1);
        assertThat(review.toString()).doesNotContain("13812345678", "13912345678", "yunling_kefu88", "酒**友");
        assertThat(review.path("productName").asText()).startsWith("云岭大曲 500ml");
        assertThat(review.path("writtenAt").asText()).isEqualTo("2026-10-20T02:00:00Z");
    }

    @Test
    void jd_nestedFollowup_becomesAReviewOfItsOwn() throws Exception {
        JsonNode answer = push("jd", """
                {"id":"j1","content":"酒香不错&hellip;","score":5,"creationTime":"2026-10-01 09:00:00",
                 "afterSaleReview":{"content":"喝了一周，上头","createTime":"2026-10-08 09:00:00"}}
                """);
        JsonNode result = answer.at("/results/0");
        assertThat(result.at("/followups/0/status").asText()).isEqualTo("accepted");
        assertThat(result.at("/followups/0/externalId").asText()).isEqualTo("j1:followup");
        assertThat(review(result).path("followups")).hasSize(1);
        JsonNode followup = review(result.at("/followups/0"));
        assertThat(followup.at("/review/kind").asText()).isEqualTo("followup");
        assertThat(followup.path("initialText").asText()).isEqualTo("酒香不错…");
    }

    @Test
    void douyin_socialExport_isReadWithItsRegion() throws Exception {
        JsonNode answer = push("douyin", """
                {"comment_id":"7300000000000000001","aweme_id":"1","content":"这酒[赞]","create_time":1790000000,
                 "ip_location":"四川","user_id":"u1","nickname":"某人","comment_like_count":"1.2万"}
                """);
        JsonNode review = review(answer.at("/results/0")).path("review");
        assertThat(review.path("channel").asText()).isEqualTo("douyin");
        assertThat(review.path("region").asText()).isEqualTo("四川");
        assertThat(review.path("likes").asInt()).isEqualTo(12_000);
        assertThat(review.toString()).doesNotContain("某人");
    }
}
