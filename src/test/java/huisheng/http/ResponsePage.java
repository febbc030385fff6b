package huisheng.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The pages about alerts, tickets and service as somebody of a service team uses them. Parts are named by their test ids. */
final class ResponsePage {
    /** Another site than the service's. */
    private static final String CHAT = "http://chat.example/";

    private final Page page;
    private final String url;
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

    ResponsePage(Page page, String url) {
        this.page = page;
        this.url = url;
        page.onPageError(errors::add);
        page.onDialog(dialog -> {
            errors.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** What scripts threw, and dialogs that they opened. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** @param path of the fragment, for example {@code /alerts/17} */
    @CanIgnoreReturnValue
    ResponsePage open(String path) {
        page.navigate(url + "/#" + path);
        return this;
    }

    /** Clicks a link in a group chat of another site. @return whether the browser sent cookies along */
    boolean followFromChat(String path) {
        page.route(CHAT + "**", ResponsePage::showChat);
        page.navigate(CHAT + "?" + path);
        Request[] asked = new Request[1];
        page.onRequest(request -> {
            if (request.isNavigationRequest()) asked[0] = request;
        });
        page.evaluate("href => { document.querySelector('a').href = href; }", url + "/#" + path);
        page.locator("a").click();
        page.waitForURL(url + "/**");
        return asked[0].allHeaders().containsKey("cookie");
    }

    private static void showChat(Route route) {
        route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<a href='#'>打开 Open</a>"));
    }

    void logIn(String login, String password) {
        fill("login-name", login);
        fill("login-password", password);
        part("login").locator("button").click();
    }

    /** As when the session has ended. */
    void forgetSession() {
        page.context().clearCookies();
    }

    void reload() {
        var unused = page.reload();
    }

    void back() {
        var unused = page.goBack();
    }

    void narrow() {
        page.setViewportSize(390, 800);
    }

    /** How far the page reaches beyond the right edge of the window, in pixels. */
    int overhang() {
        Object pixels = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        return ((Number) pixels).intValue();
    }

    /** Test id of the part that has the focus. */
    String focused() {
        return (String) page.evaluate("document.activeElement.closest('[data-testid]')?.dataset.testid ?? ''");
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void click(String part) {
        part(part).first().click();
    }

    /** A part within another. */
    void clickIn(String outer, String part) {
        part(outer).first().getByTestId(part).first().click();
    }

    void clickText(String part, String text) {
        part(part)
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    void fill(String part, String text) {
        part(part).first().fill(text);
    }

    void choose(String part, String value) {
        part(part).first().selectOption(value);
    }

    /** Waits until a part holds the text. */
    void shows(String part, String text) {
        assertThat(part(part).first()).containsText(text);
    }

    void waitFor(String part) {
        part(part).first().waitFor();
    }

    void waitUntilGone(String part) {
        assertThat(part(part)).hasCount(0);
    }

    List<String> texts(String part) {
        waitFor(part);
        return part(part).allInnerTexts();
    }

    String value(String part) {
        return part(part).first().inputValue();
    }

    /** What can be pressed or filled in below a heading of the page: buttons and fields, by their names. */
    List<String> controls(String part) {
        waitFor(part);
        List<String> names = new ArrayList<>();
        for (Locator control : part(part)
                .locator("button:visible, input:visible, textarea:visible")
                .all()) {
            String name = control.getAttribute("data-testid");
            names.add(name == null ? control.innerText() : name);
        }
        return names;
    }

    int count(String selector) {
        return page.locator(selector).count();
    }

    /** Of the window. */
    String title() {
        return page.title();
    }

    String address() {
        return page.url().substring(url.length());
    }

    /** Of the thing that the page is about, as its address tells. */
    long number() {
        return Long.parseLong(address().replaceAll(".*/", ""));
    }

    void screenshot(String name) {
        byte[] unused = page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", name + ".png"))
                .setFullPage(true));
    }

    private Locator part(String name) {
        return page.getByTestId(name);
    }
}
