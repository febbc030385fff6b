package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.ForkedService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page in a real browser against the real service. */
class DashboardIT {
    @Test
    void page_overRealReviews_showsTrendSearchLiveAndAnalysis() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "dashboard").toAbsolutePath();
        try (ForkedService service = new ForkedService(data, Map.of("HUISHENG_PACK", "baijiu"));
                Chromium chromium = Chromium.start()) {
            service.start();
            JsonNode pushed = service.push(reviews());
            assertThat(pushed.path("accepted").asInt()).isEqualTo(60);
            waitForSearchable(service, 60);

            DashboardPage page = chromium.open(service.uri("").toString(), service.key(), "zh-CN");
            page.waitForBoard();
            assertThat(page.figure("reviews")).isEqualTo("60");
            page.search("漏酒");
            assertThat(page.foundTexts())
                    .hasSize(20)
                    .allSatisfy(text -> assertThat(text).contains("漏酒"));
            assertThat(page.highlights()).contains("漏酒");
            page.analyze("酒香不错，就是瓶口漏酒");
            assertThat(page.analyzedMarks("negative"))
                    .anySatisfy(mark -> assertThat(mark).contains("漏酒"));
            page.waitForLiveConnection();
            page.screenshot(Path.of("target", "dashboard.png"));
            assertThat(page.outsideRequests()).isEmpty();
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void page_beforeAndAfterTheFirstReviews_tellsHowToBeginThenWhichWordsRise() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "dashboard").toAbsolutePath();
        try (ForkedService service = new ForkedService(data, Map.of("HUISHENG_PACK", "baijiu"));
                Chromium chromium = Chromium.start()) {
            service.start();
            DashboardPage page = chromium.open(service.uri("").toString(), service.key(), "en-GB");
            assertThat(page.title("start")).isEqualTo("No reviews yet");
            assertThat(service.push(sixteenWeeks()).path("accepted").asInt()).isEqualTo(320);
            waitForSearchable(service, 320);
            page.lookAgain();
            assertThat(page.risingWords()).contains("漏酒").doesNotContain("醇厚");
            page.clickRisingWord("漏酒");
            assertThat(page.foundTexts())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text).contains("漏酒"));
            assertThat(page.errors()).isEmpty();
        }
    }

    @Test
    void page_personWithPassword_logsInStaysAcrossReloadsAndLogsOut() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "dashboard").toAbsolutePath();
        try (ForkedService service = new ForkedService(data, Map.of("HUISHENG_PACK", "baijiu"));
                Chromium chromium = Chromium.start()) {
            service.start();
            assertThat(service.push(reviews()).path("accepted").asInt()).isEqualTo(60);
            waitForSearchable(service, 60);
            JsonNode person = service.post(
                    "/api/v1/users",
                    Map.of("login", "li.na", "name", "李娜", "role", "executive", "password", "correct horse battery"));
            assertThat(person.has("password")).isFalse();
            DashboardPage page = chromium.open(service.uri("").toString(), "zh-CN");
            assertThat(page.asksForKey()).isTrue();
            page.logIn("li.na", "wrong horse battery");
            assertThat(page.loginProblem()).contains("没有这个用户名和口令");
            page.logIn("li.na", "correct horse battery");
            page.waitForBoard();
            page.reload();
            page.waitForBoard();
            assertThat(page.figure("reviews")).isEqualTo("60");
            page.analyze("酒香不错，就是瓶口漏酒");
            page.waitForLiveConnection();
            page.signOut();
            assertThat(page.asksForKey()).isTrue();
            // the browser itself tells of the refused login
            assertThat(page.errors()).allSatisfy(error -> assertThat(error).contains("401"));
        }
    }

    /** Leaks are spoken of in the last four weeks only. */
    private static List<Map<String, Object>> sixteenWeeks() {
        Instant first = Instant.now().minus(16 * 7, ChronoUnit.DAYS);
        List<Map<String, Object>> reviews = new ArrayList<>();
        for (int i = 0; i < 320; i++) {
            boolean leaks = i > 240 && i % 3 == 0;
            reviews.add(Map.of(
                    "channel",
                    "jd",
                    "externalId",
                    "w" + i,
                    "text",
                    (leaks ? "收到就漏酒了，很失望" : "口感醇厚，回味悠长") + "，第" + i + "单",
                    "writtenAt",
                    first.plus(i * 504L, ChronoUnit.MINUTES).toString()));
        }
        return reviews;
    }

    private static List<Map<String, Object>> reviews() {
        List<Map<String, Object>> reviews = new ArrayList<>();
        Instant first = Instant.now().minus(20, ChronoUnit.DAYS);
        for (int i = 0; i < 60; i++) {
            reviews.add(Map.of(
                    "channel",
                    "jd",
                    "externalId",
                    "d" + i,
                    "text",
                    (i % 3 == 0 ? "收到就漏酒了，很失望" : "口感醇厚，回味悠长") + "，第" + i + "单",
                    "rating",
                    i % 3 == 0 ? 1 : 5,
                    "writtenAt",
                    first.plus(i * 7L, ChronoUnit.HOURS).toString()));
        }
        return reviews;
    }

    private static void waitForSearchable(ForkedService service, int n) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (service.get("/api/v1/reviews?noise=include&limit=1")
                        .path("total")
                        .asInt()
                < n) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
