package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.ForkedService;
import huisheng.store.EmbeddedDatabases;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A service with an administrator {@code post} and a {@code reader}, and a browser beside it. */
final class ResponseStage implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    /** What no reader may overlook. */
    static final String SICK = "喝完全身起红疹，去医院看了，怀疑是过敏";

    /** Of the database. */
    private final String url;

    private final ForkedService service;
    private final Chromium chromium;

    private ResponseStage(String url, ForkedService service, Chromium chromium) {
        this.url = url;
        this.service = service;
        this.chromium = chromium;
    }

    static ResponseStage start() throws Exception {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "response")
                .toAbsolutePath();
        String url = EmbeddedDatabases.url();
        ForkedService service =
                new ForkedService(data, Map.of("HUISHENG_PACK", "baijiu", "HUISHENG_DATABASE_URL", url));
        service.start();
        add(service, "post", "administrator");
        add(service, "reader", "executive");
        return new ResponseStage(url, service, Chromium.start());
    }

    private static void add(ForkedService service, String login, String role) throws Exception {
        Map<String, String> user = Map.of("login", login, "name", "李娜 " + login, "role", role, "password", PASSWORD);
        assertThat(service.post("/api/v1/users", user).path("login").asText()).isEqualTo(login);
    }

    ForkedService service() {
        return service;
    }

    /** Somebody whom the service does not know yet. */
    ResponsePage visitor(String locale) {
        return chromium.response(service.uri("").toString(), locale);
    }

    /** Somebody who has logged in. */
    ResponsePage entered(String login, String path) {
        ResponsePage page = visitor("zh-CN").open(path);
        page.logIn(login, PASSWORD);
        return page;
    }

    @CanIgnoreReturnValue
    long register(Map<String, ?> ticket) throws Exception {
        return service.post("/api/v1/tickets", ticket).path("id").asLong();
    }

    /** As if so many days had passed since. */
    void implementedDaysAgo(long ticket, int days) throws SQLException {
        String then = Instant.now().minus(days, ChronoUnit.DAYS).toString();
        try (Connection connection = EmbeddedDatabases.connect(url);
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE ticket SET body = jsonb_set(body, '{clock,implementedAt}', to_jsonb(?::text)) WHERE id = ?")) {
            update.setString(1, then);
            update.setLong(2, ticket);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    /** A danger in a review of a product by this name. @return the alert */
    @CanIgnoreReturnValue
    long raise(String product, String text) throws Exception {
        push(List.of(review("r" + product, text, product, Instant.now().minus(1, ChronoUnit.HOURS))));
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (true) {
            for (JsonNode alert : service.get("/api/v1/alerts").path("alerts")) {
                if (alert.at("/title/zh").asText().endsWith(product))
                    return alert.path("id").asLong();
            }
            assertThat(System.nanoTime()).as("an alert about " + product).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    /** Reviews of one moment that differ in their number alone. */
    static List<Map<String, Object>> written(String prefix, String text, int n, Instant at) {
        List<Map<String, Object>> reviews = new ArrayList<>();
        for (int i = 0; i < n; i++) reviews.add(review(prefix + i, text + "，第" + i + "单", "测量酒", at));
        return reviews;
    }

    private static Map<String, Object> review(String id, String text, String product, Instant at) {
        return Map.of(
                "channel",
                "jd",
                "externalId",
                id,
                "text",
                text,
                "product",
                id,
                "productName",
                product,
                "writtenAt",
                at.toString());
    }

    /** Returns when all can be searched. */
    void push(List<Map<String, Object>> reviews) throws Exception {
        int before = total();
        assertThat(service.push(reviews).path("accepted").asInt()).isEqualTo(reviews.size());
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (total() < before + reviews.size()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private int total() throws Exception {
        return service.get("/api/v1/reviews?noise=include&limit=1")
                .path("total")
                .asInt();
    }

    /** The newest review of a product. */
    long newest(String product) throws Exception {
        String number = URLEncoder.encode("r" + product, StandardCharsets.UTF_8);
        return service.get("/api/v1/reviews?noise=include&limit=1&product=" + number)
                .at("/hits/0/id")
                .asLong();
    }

    @Override
    public void close() {
        chromium.close();
        service.close();
    }
}
