package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.Inbox.Reply;
import huisheng.json.Json;
import huisheng.store.EmbeddedDatabases;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person wrote is nowhere once it is erased: every table of the database is searched for it. */
class ErasureIT {
    /** Of the first text and of the edited one: clauses that nobody else writes. */
    private static final String FIRST = "我管那夜叫惊魂八号夜";

    private static final String EDITED = "我管那夜叫惊魂九号夜";
    private static final String SICK = "喝完全身起红疹送急诊，";

    private String url = "";
    private LocalService service;
    private Inbox away;
    private Inbox refusing;

    @BeforeEach
    void start() throws Exception {
        url = EmbeddedDatabases.url();
        service = LocalService.start(LocalService.folder("erasure"), url);
        away = new Inbox(post -> new Reply(503, "", false));
        refusing = new Inbox(post -> new Reply(410, "", false));
    }

    @AfterEach
    void stop() {
        service.close();
        away.close();
        refusing.close();
    }

    @Test
    void erase_writer_leavesNoWordInAnyTable() throws Exception {
        target("away", away);
        target("refusing", refusing);
        push(FIRST);
        LocalService.waitFor(() -> deliveries("dead") > 0);
        assertThat(tables(FIRST)).contains("review", "analysis", "outbox_event");
        push(EDITED);
        LocalService.waitFor(() -> tables(EDITED).contains("outbox_event") && deliveries("sending") == 0);
        assertThat(tables(FIRST)).containsExactly("review_version");
        quote();
        assertThat(tables(EDITED)).contains("ticket", "alert_log");
        String author = service.get(service.key(), "/api/v1/reviews?noise=include")
                .at("/hits/0/review/author/key")
                .asText();
        HttpResponse<String> erased = service.send(
                service.request(service.key(), "/api/v1/subjects/" + author).DELETE());
        assertThat(erased.body()).contains("\"erased\":1");
        service.settle();
        for (String words : List.of(FIRST, EDITED, "红疹送急诊")) {
            assertThat(tables(words)).as(words).isEmpty();
        }
        assertThat(tables("alert.raised"))
                .as("the alerts are told all the same")
                .contains("outbox_event");
    }

    private void target(String name, Inbox inbox) throws Exception {
        service.put(
                "/api/v1/targets/" + name,
                Json.write(Map.of(
                        "kind",
                        "webhook",
                        "address",
                        inbox.url("/hook"),
                        "secret",
                        "a-long-secret-of-your-own",
                        "events",
                        List.of("alert.raised", "alert.acknowledged", "review.matched", "ticket.changed"),
                        "filter",
                        Map.of("noise", "include"))));
    }

    private void push(String end) throws Exception {
        JsonNode answer = service.push(List.of(Map.of(
                "channel",
                "jd",
                "externalId",
                "mine",
                "author",
                Map.of("userId", "anna"),
                "text",
                SICK + end,
                "rating",
                1,
                "writtenAt",
                Instant.now().toString())));
        assertThat(answer.path("results")).hasSize(1);
        service.settle();
    }

    /** By people, in a ticket about the review and in what they say of the alert. */
    private void quote() throws Exception {
        long review = service.get(service.key(), "/api/v1/reviews?noise=include")
                .at("/hits/0/id")
                .asLong();
        HttpResponse<String> ticket = service.post(
                service.key(),
                "/api/v1/tickets",
                Map.of("title", "过敏", "problem", "客户说：" + EDITED, "level", 1, "reviews", List.of(review)));
        assertThat(ticket.statusCode()).as(ticket.body()).isEqualTo(201);
        for (JsonNode alert : service.get(service.key(), "/api/v1/alerts").path("alerts")) {
            HttpResponse<String> acknowledged = service.post(
                    service.key(),
                    "/api/v1/alerts/" + alert.path("id").asText() + "/acknowledge",
                    Map.of("comment", "客户说：" + EDITED));
            assertThat(acknowledged.statusCode()).as(acknowledged.body()).isEqualTo(200);
        }
    }

    private int deliveries(String state) throws Exception {
        return service.get(service.key(), "/api/v1/deliveries?state=" + state)
                .path("deliveries")
                .size();
    }

    /** Those that hold the words in any column, of any type. */
    private Set<String> tables(String words) throws SQLException {
        URI at = URI.create(url);
        String jdbc = "jdbc:postgresql://" + at.getAuthority().replaceAll(".*@", "") + at.getPath();
        String[] user = at.getUserInfo().split(":", 2);
        Set<String> found = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(jdbc, user[0], user[1]);
                Statement statement = connection.createStatement()) {
            List<String> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'm') AND relnamespace = 'public'::regnamespace")) {
                while (rows.next()) all.add(rows.getString(1));
            }
            for (String table : all) {
                try (ResultSet rows = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM \"" + table
                        + "\" t WHERE to_jsonb(t)::text LIKE '%" + words + "%')")) {
                    if (rows.next() && rows.getBoolean(1)) found.add(table);
                }
            }
        }
        return found;
    }
}
