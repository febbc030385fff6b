package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A problem's life in a real browser against the real service. */
class TicketPagesIT {
    private static ResponseStage stage;

    @BeforeAll
    static void start() throws Exception {
        stage = ResponseStage.start();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static void plan(ResponsePage page) {
        page.shows("step-form", "方案");
        page.fill("field-plan", "更换封口设备扭矩参数");
        page.fill("field-criterion", "负面率显著下降");
        page.choose("field-measure", "negative");
        page.fill("field-days", "7");
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    @Test
    void ticket_walkedThroughItsLife_isMeasuredClosedAndBecomesACase() throws Exception {
        stage.push(ResponseStage.written("前", "收到就漏酒了，很失望", 60, daysAgo(12)));
        ResponsePage page = stage.entered("post", "/tickets");
        page.click("register");
        page.fill("field-title", "瓶口漏液");
        page.choose("field-type", "leak");
        page.clickText("register-form", "登记问题");
        page.shows("ticket", "瓶口漏液");
        plan(page);
        page.click("step-go");
        page.shows("life", "已定");
        page.click("step-go");
        page.shows("ticket-history", "实施");
        page.shows("step-help", "起才有结论");
        page.shows("life", " 起");
        page.click("step-go");
        page.shows("look-standing", "仅供参考");
        page.shows("ticket-history", "看效果");
        page.screenshot("ticket-preliminary");
        stage.implementedDaysAgo(page.number(), 8);
        stage.push(ResponseStage.written("后", "口感醇厚，回味悠长", 60, daysAgo(5)));
        page.reload();
        page.shows("step-form", "将比较实施前后");
        page.click("step-go");
        page.shows("ticket-effect", "显著变好");
        page.shows("effect-difference", "95% 区间");
        page.click("step-go");
        page.waitFor("case-form");
        page.screenshot("ticket");
        page.fill("field-directCause", "封口扭矩不足");
        page.click("case-go");
        page.shows("case-written", "已写成案例");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void verify_thatIsNotProven_isRefusedShowsTheLookAndTakesAReason() throws Exception {
        long ticket = stage.register(Map.of("title", "标签歪斜"));
        ResponsePage page = stage.entered("post", "/tickets/" + ticket);
        plan(page);
        page.fill("field-region", "西藏");
        page.click("step-go");
        page.shows("life", "已定");
        page.click("step-go");
        page.shows("step-help", "起才有结论");
        stage.implementedDaysAgo(ticket, 8);
        page.reload();
        page.shows("step-form", "将比较实施前后");
        page.click("step-go");
        page.shows("step-form", "执行 verify 还需要：reason");
        page.shows("look-standing", "这是结论");
        page.shows("step-help", "没有显著变好");
        page.fill("field-reason", "已逐箱复检");
        page.click("step-go");
        page.shows("ticket-effect", "已逐箱复检");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void ticket_editedAndRegraded_isTheOwnersAndSaysSo() throws Exception {
        stage.register(Map.of("title", "别人的", "owner", "张三"));
        long ticket = stage.register(Map.of("title", "瓶盖松", "problem", "开瓶困难", "type", "leak"));
        ResponsePage page = stage.entered("post", "/tickets/" + ticket);
        page.clickText("next-step", "改写");
        assertThat(page.value("field-problem")).isEqualTo("开瓶困难");
        page.fill("field-title", "瓶盖拧不开");
        page.choose("field-type", "packaging");
        page.click("step-go");
        page.shows("ticket-history", "瓶盖松 → 瓶盖拧不开");
        page.shows("ticket-history", "漏液 → 包装");
        page.clickText("next-step", "改级别");
        page.shows("step-form", "首次响应期限随级别改变");
        page.choose("field-level", "1");
        page.fill("field-reason", "有人受伤");
        page.click("step-go");
        page.shows("ticket-history", "2 → 1");
        page.clickText("next-step", "指派");
        page.click("step-go");
        page.shows("ticket-facts", "post");
        page.open("/tickets?whose=mine");
        page.shows("ticket-list", "瓶盖拧不开");
        assertThat(page.texts("ticket")).noneMatch(text -> text.contains("别人的"));
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void pages_english_nameEveryStepAndTheDay() throws Exception {
        long ticket = stage.register(Map.of("title", "Cap loose"));
        ResponsePage page = stage.visitor("en-GB").open("/tickets/" + ticket);
        page.logIn("post", ResponseStage.PASSWORD);
        page.shows("next-step", "Regrade");
        page.shows("next-step", "Edit");
        page.fill("field-plan", "New caps");
        page.fill("field-criterion", "Fewer complaints");
        page.choose("field-measure", "negative");
        page.click("step-go");
        page.shows("life", "set");
        page.click("step-go");
        page.shows("step-help", "It decides from");
        page.click("step-go");
        page.shows("look-standing", "Preliminary");
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void ticket_answeredAndCommented_tellsBoth() throws Exception {
        stage.raise("回复酒", ResponseStage.SICK);
        long ticket = stage.register(Map.of("title", "回复酒起红疹", "reviews", List.of(stage.newest("回复酒"))));
        ResponsePage page = stage.entered("post", "/tickets/" + ticket);
        page.click("reply-open");
        page.choose("reply-texts", "health-risk");
        assertThat(page.value("reply-text")).contains("请先停止饮用并尽快就医");
        page.fill("field-channel", "电话");
        page.click("reply-go");
        page.shows("reply", "请先停止饮用并尽快就医");
        page.fill("field-text", "客户已就医");
        page.click("comment-go");
        page.shows("ticket-history", "客户已就医");
        page.shows("ticket-history", "回复客户");
        page.fill("field-plan", "换封口");
        page.fill("field-text", "供应商已回电");
        page.click("comment-go");
        page.shows("ticket-history", "供应商已回电");
        assertThat(page.value("field-plan")).as("what is not sent yet").isEqualTo("换封口");
        page.open("/tickets?whose=overdue");
        page.waitFor("empty");
        assertThat(page.errors()).isEmpty();
    }
}
