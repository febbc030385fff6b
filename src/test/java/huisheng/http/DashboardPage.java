package huisheng.http;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The dashboard as a reader uses it. Every action waits for its answer; a missing one fails after Playwright's 30 s. */
final class DashboardPage {
    private final Page page;
    private final String url;
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    private final List<String> outside = Collections.synchronizedList(new ArrayList<>());

    /** @param url of the service, for example {@code http://localhost:8080} */
    DashboardPage(Page page, String url) {
        this.page = page;
        this.url = url;
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) errors.add(message.text());
        });
        page.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(url)) outside.add(request.url());
        });
    }

    /** Opens with the key in the fragment, as the address that the demo prints has it. */
    void open(String key) {
        page.navigate(url + "/#key=" + key);
    }

    /** Opens without anything that shows who is there. */
    void open() {
        page.navigate(url + "/");
    }

    void logIn(String login, String password) {
        part("login-name").fill(login);
        part("login-password").fill(password);
        await("/api/v1/login", () -> part("login").locator("button").click());
    }

    /** What the page says about a login that was refused. */
    String loginProblem() {
        Locator problem = part("login").locator("[role=alert]");
        problem.waitFor();
        return problem.innerText();
    }

    void signOut() {
        await("/api/v1/logout", () -> part("sign-out").click());
    }

    /** Loads the page again, as it stands. */
    void reload() {
        var unused = page.reload();
    }

    void waitForBoard() {
        summary("reviews").waitFor();
        // a panel keeps aria-busy while its first answer is on its way
        page.locator("[aria-busy=true]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** A service without reviews tells how they come in; this has the page look whether there are some by now. */
    void lookAgain() {
        part("start-again").click();
        waitForBoard();
    }

    /** What the page or the browser complained about, the content security policy too. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Requests that left the service. */
    List<String> outsideRequests() {
        return List.copyOf(outside);
    }

    String address() {
        return page.url();
    }

    /** {@code reviews}, {@code net}, {@code negative} or {@code noise} */
    String figure(String name) {
        return summary(name).locator(".tile-figure").innerText().strip();
    }

    void choosePeriod(int days) {
        part("filter-period").selectOption(String.valueOf(days));
    }

    void groupTrendBy(String dimension) {
        part("trend-by").selectOption(dimension);
    }

    boolean drawsTrend() {
        Locator canvas = part("trend").locator("canvas").first();
        canvas.waitFor();
        return canvas.boundingBox().width > 100;
    }

    /** Rows of the table under the chart, cells by tabs. */
    List<String> trendRows() {
        part("trend").locator("summary").click();
        part("trend-table").locator("tbody tr").first().waitFor();
        return part("trend-table").locator("tbody tr").allInnerTexts();
    }

    List<String> risingWords() {
        Locator words = part("rising-table").locator("tbody .word-link");
        words.first().waitFor();
        return words.allInnerTexts();
    }

    void clickRisingWord(String word) {
        awaitSearch(() -> part("rising-table")
                .getByText(word, new Locator.GetByTextOptions().setExact(true))
                .click());
    }

    String searchText() {
        return part("search-input").inputValue();
    }

    void search(String query) {
        part("search-input").fill(query);
        awaitSearch(() -> part("search-go").click());
    }

    List<String> foundTexts() {
        return reviews("search-hits").locator(".review-text").allInnerTexts();
    }

    /** The words that the query matched, in the order of the page. */
    List<String> highlights() {
        reviews("search-hits").locator(".mark-hit").first().waitFor();
        return reviews("search-hits").locator(".mark-hit").allInnerTexts();
    }

    /** Opens the nth review found and gives the text in its drawer. */
    String openFound(int n) {
        reviews("search-hits").nth(n).locator("button").first().click();
        part("detail").locator(".reading").waitFor();
        return part("detail").locator(".reading").innerText();
    }

    void closeDetail() {
        page.keyboard().press("Escape");
    }

    /** Texts of the live stream, newest first, once there is one. */
    List<String> liveTexts() {
        Locator texts = reviews("live-reviews").locator(".review-text");
        texts.first().waitFor();
        return texts.allInnerTexts();
    }

    void waitForLiveConnection() {
        part("live").locator(".status.on").waitFor();
    }

    /** Has a sentence read, and waits for the result. */
    void analyze(String text) {
        part("analyze-text").fill(text);
        await("/api/v1/analyze", () -> part("analyze-go").click());
        part("analyze-result").waitFor();
    }

    /** Pieces of the analysed sentence that carry a mark: {@code positive}, {@code negative}, {@code risk} … */
    List<String> analyzedMarks(String name) {
        return part("analyze-result").locator(".reading .mark-" + name).allInnerTexts();
    }

    String analyzed() {
        return part("analyze-result").innerText();
    }

    boolean asksForKey() {
        part("key-gate").waitFor();
        return part("key-gate").isVisible();
    }

    void switchLanguage() {
        part("language").click();
    }

    String title(String panel) {
        return part(panel).locator("h2").innerText();
    }

    void screenshot(Path file) {
        byte[] unused =
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private void awaitSearch(Runnable action) {
        await("/api/v1/reviews?", action);
        page.locator("#search[aria-busy=false]").waitFor();
    }

    private void await(String request, Runnable action) {
        var unused = page.waitForResponse(response -> response.url().contains(request), action);
    }

    private Locator reviews(String list) {
        return part(list).getByTestId("review");
    }

    private Locator summary(String name) {
        return part("summary-" + name);
    }

    private Locator part(String name) {
        return page.getByTestId(name);
    }
}
