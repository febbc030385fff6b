package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alerts, rules, rights and service measures in a real browser against the real service. */
class ResponseIT {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    private static ResponseStage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = ResponseStage.start();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void chatLink_nobodyLoggedIn_leadsThroughTheLoginToTheAlert() throws Exception {
        long alert = stage.raise("链接酒", ResponseStage.SICK);
        ResponsePage page = stage.visitor("zh-CN");
        assertThat(page.followFromChat("/alerts/" + alert)).isFalse();
        page.logIn("reader", ResponseStage.PASSWORD);
        page.shows("alert", "人身或产品危险：链接酒");
        page.shows("alert-evidence", "红疹");
        assertThat(page.texts("alert-evidence")).hasSize(1);
        assertThat(page.count(".mark-hit")).isPositive();
        page.reload();
        page.shows("alert", "链接酒");
        // the cookie stays at home when another site leads here; the page asks for everything from its own
        assertThat(page.followFromChat("/alerts/" + alert)).isFalse();
        page.shows("alert", "链接酒");
        page.waitUntilGone("login");
        page.forgetSession();
        page.reload();
        page.shows("login", "登录已过期");
        page.logIn("reader", ResponseStage.PASSWORD);
        page.shows("alert", "链接酒");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void alert_acknowledgedAndMadeATicket_tellsWhoAndLeadsToTheTicket() throws Exception {
        long alert = stage.raise("确认酒", ResponseStage.SICK);
        ResponsePage page = stage.entered("post", "/alerts");
        page.clickText("alerts-open", "人身或产品危险：确认酒");
        page.waitFor("alert-actions");
        page.fill("field-comment", "已联系门店");
        page.click("alert-acknowledge");
        page.shows("alert-log", "已联系门店");
        page.shows("alert-log", "post");
        page.waitUntilGone("alert-acknowledge");
        page.back();
        page.shows("alerts-acknowledged", "确认酒");
        page.open("/alerts/" + alert);
        page.click("alert-ticket");
        page.shows("ticket", "人身或产品危险：确认酒");
        page.shows("ticket-facts", "#" + alert);
        page.shows("ticket-reviews", "红疹");
        page.open("/alerts/" + alert);
        page.shows("alert-facts", "已登记");
        page.waitUntilGone("alert-ticket");
        page.click("alert-has-ticket");
        page.shows("ticket", "人身或产品危险：确认酒");
        page.open("/alerts/" + alert);
        page.click("alert-mute");
        page.shows("alert", "静音至");
        page.click("alert-close");
        page.waitUntilGone("alert-actions");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void alert_madeATicketBySomebodyElseMeanwhile_leadsToThatOne() throws Exception {
        long alert = stage.raise("同时酒", ResponseStage.SICK);
        ResponsePage page = stage.entered("post", "/alerts/" + alert);
        page.waitFor("alert-ticket");
        long ticket = stage.register(Map.of("alert", alert));
        page.click("alert-ticket");
        page.shows("ticket", "人身或产品危险：同时酒");
        assertThat(page.number()).isEqualTo(ticket);
        assertThat(stage.service().get("/api/v1/tickets?alert=" + alert).path("tickets"))
                .hasSize(1);
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void reader_mayNotHandle_isOfferedNothingToPress() throws Exception {
        long alert = stage.raise("只读酒", ResponseStage.SICK);
        long ticket = stage.register(Map.of("title", "只读工单", "alert", alert));
        ResponsePage page = stage.entered("reader", "/alerts/" + alert);
        page.shows("alert-evidence", "红疹");
        assertThat(page.controls("alert"))
                .allSatisfy(control -> assertThat(control).contains("红疹"));
        page.open("/tickets/" + ticket);
        page.shows("ticket-reviews", "红疹");
        assertThat(page.controls("ticket"))
                .allSatisfy(control -> assertThat(control).contains("红疹"));
        page.open("/rules");
        page.waitFor("rule-danger");
        assertThat(page.controls("rules")).isEmpty();
        page.open("/tickets");
        page.waitFor("ticket");
        page.waitUntilGone("register");
    }

    @Test
    void rule_switchedOffAndOnAgain_saysSo() throws Exception {
        ResponsePage page = stage.entered("post", "/rules");
        page.shows("rule-low-star", "停用");
        page.clickIn("rule-low-star", "rule-toggle");
        page.shows("rules", "已启用“一星差评”");
        page.clickIn("rule-low-star", "rule-toggle");
        page.shows("rules", "已停用“一星差评”");
        JsonNode rules = stage.service().get("/api/v1/alert-rules").path("rules");
        assertThat(rules)
                .filteredOn(rule -> rule.path("code").asText().equals("low-star"))
                .allSatisfy(
                        rule -> assertThat(rule.at("/rule/enabled").asBoolean()).isFalse())
                .allSatisfy(rule -> assertThat(rule.path("version").asInt()).isEqualTo(3));
    }

    @Test
    void rule_muted_showsUntilWhenAndByWhomAndCanBeUnmuted() throws Exception {
        ResponsePage page = stage.entered("post", "/rules");
        page.clickIn("rule-danger", "rule-mute");
        page.shows("rule-danger", "静音至");
        page.open("/rules");
        page.shows("rule-danger", "由 post 静音");
        page.clickIn("rule-danger", "rule-unmute");
        page.shows("rule-danger", "静音 24 小时");
        assertThat(page.texts("rule-danger")).noneMatch(text -> text.contains("静音至"));
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void pages_english_speakEnglish() throws Exception {
        long alert = stage.raise("English liquor", ResponseStage.SICK);
        ResponsePage page = stage.visitor("en-GB").open("/alerts/" + alert);
        page.logIn("post", ResponseStage.PASSWORD);
        page.shows("alert", "Danger to people");
        page.shows("alert-actions", "Acknowledge");
        page.open("/service");
        page.shows("service", "Reviews answered within 24 h");
        page.shows("service", "Cancelled");
        assertThat(page.title()).isEqualTo("Service · Huisheng");
        page.open("/reviews/999999999");
        page.shows("review-page", "not here");
    }

    @Test
    void markup_inReviewAlertAndTicket_isShownAsText() throws Exception {
        long alert = stage.raise("酒" + MARKUP, ResponseStage.SICK + MARKUP);
        long ticket = stage.register(Map.of("title", MARKUP, "problem", MARKUP, "alert", alert));
        JsonNode commented = stage.service().post("/api/v1/tickets/" + ticket + "/comments", Map.of("text", MARKUP));
        assertThat(commented.path("version").asInt()).isEqualTo(2);
        ResponsePage page = stage.entered("post", "/alerts/" + alert);
        page.shows("alert", MARKUP);
        page.shows("alert-evidence", MARKUP);
        page.open("/tickets/" + ticket);
        page.shows("ticket-problem", MARKUP);
        page.shows("ticket-history", MARKUP);
        page.shows("ticket-reviews", MARKUP);
        page.open("/reviews/" + stage.newest("酒" + MARKUP));
        page.shows("review-page", MARKUP);
        assertThat(page.count("main img")).isZero();
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void pages_keyboardBackAndNarrowScreen_work() throws Exception {
        long alert = stage.raise("窄屏酒", ResponseStage.SICK);
        ResponsePage page = stage.entered("post", "/alerts");
        page.waitFor("alert");
        page.choose("alerts-level", "1");
        page.reload();
        page.shows("alerts-open", "窄屏酒");
        assertThat(page.address()).isEqualTo("/#/alerts?level=1");
        page.clickText("alerts-open", "人身或产品危险：窄屏酒");
        page.waitFor("alert-text");
        assertThat(page.focused()).isEqualTo("board");
        page.back();
        page.waitFor("alerts-open");
        assertThat(page.value("alerts-level")).isEqualTo("1");
        page.narrow();
        long ticket = stage.register(Map.of("title", "窄屏工单", "alert", alert));
        Map<String, String> parts = Map.of(
                "/alerts",
                "alert",
                "/alerts/" + alert,
                "review",
                "/tickets",
                "ticket",
                "/tickets/" + ticket,
                "review",
                "/rules",
                "rule-danger",
                "/service",
                "service-table",
                "/",
                "search-hits");
        parts.forEach((path, part) -> {
            page.open(path);
            page.waitFor(part);
            assertThat(page.overhang()).as(path).isZero();
        });
    }
}
