package huisheng.http;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An installed Chromium, driven without a browser of Playwright's own. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @throws IllegalStateException that says what to install where there is none */
    static Chromium start() {
        Path executable = find();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                // root in a container has no sandbox to offer; the page is our own
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))));
    }

    /** @param locale of the browser, for example {@code zh-CN} */
    DashboardPage open(String url, String key, String locale) {
        DashboardPage page = page(url, locale);
        page.open(key);
        return page;
    }

    /** The same with nothing that shows who is there. */
    DashboardPage open(String url, String locale) {
        DashboardPage page = page(url, locale);
        page.open();
        return page;
    }

    /** The pages about alerts, tickets and service, with nothing that shows who is there. */
    ResponsePage response(String url, String locale) {
        return new ResponsePage(newPage(locale), url);
    }

    private DashboardPage page(String url, String locale) {
        return new DashboardPage(newPage(locale), url);
    }

    private Page newPage(String locale) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(1440, 1000);
        return browser.newContext(options).newPage();
    }

    private static Path find() {
        String named = System.getenv("HUISHENG_CHROMIUM");
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        Stream<Path> onPath = NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)));
        return Stream.concat(Stream.ofNullable(named).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium on the PATH or in HUISHENG_CHROMIUM: run ./huisheng verify, which installs one."));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
