package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huisheng.access.audit.Audited;
import huisheng.store.AuditEntry;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditingTest {
    /** They change nothing that is kept, or what they change is reviews that a connector told. */
    private static final Set<String> UNAUDITED_POSTS =
            Set.of("POST /api/v1/reviews", "POST /api/v1/channels/{channel}/reviews", "POST /api/v1/analyze");

    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterEach
    void clear() {
        server.audit.entries.clear();
        server.audit.broken.set(false);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void endpoints_whatChangesSomething_isAudited() {
        Set<String> unaudited = server.api.endpoints().stream()
                .filter(endpoint -> !endpoint.method().equals(HttpMethod.GET))
                .filter(endpoint -> endpoint.audited() == Audited.NONE)
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .collect(Collectors.toSet());
        assertThat(unaudited).isEqualTo(UNAUDITED_POSTS);
    }

    @Test
    void endpoints_whatShowsVerbatims_isAudited() {
        Set<String> audited = server.api.endpoints().stream()
                .filter(endpoint -> endpoint.method().equals(HttpMethod.GET))
                .filter(endpoint -> endpoint.audited() != Audited.NONE)
                .map(Endpoint::path)
                .collect(Collectors.toSet());
        assertThat(audited)
                .contains(
                        "/api/v1/reviews",
                        "/api/v1/reviews/{id}",
                        "/api/v1/reviews/{id}/correction",
                        "/api/v1/corrections",
                        "/api/v1/report",
                        "/api/v1/insights/root-cause",
                        "/api/v1/subjects/{hash}",
                        "/api/v1/tickets",
                        "/api/v1/tickets/{id}",
                        "/api/v1/tickets/{id}/history",
                        "/api/v1/tickets/{id}/reviews",
                        "/api/v1/tickets/{id}/similar-cases",
                        "/api/v1/cases",
                        "/api/v1/cases/{id}",
                        "/api/v1/cases/{id}/history",
                        "/api/v1/stream",
                        "/stream");
    }

    @Test
    void search_entry_holdsTheFilterButNoWordsOfIt() {
        String query = "/api/v1/reviews?brand=A&brand=B&noise=include&q=" + encode("张三 13812345678") + "&keyword="
                + encode("漏酒");
        assertThat(server.get(Server.READER, query).status()).isEqualTo(200);
        AuditEntry entry = server.audit.entries.getLast();
        assertThat(entry.action()).isEqualTo("verbatims");
        assertThat(entry.kind()).isEqualTo("key");
        assertThat(entry.who()).isEqualTo(3);
        assertThat(entry.name()).isEqualTo("reader");
        assertThat(entry.route()).isEqualTo("/api/v1/reviews");
        assertThat(entry.parameters()).containsExactly("brand", "keyword", "noise", "q");
        assertThat(entry.filter()).hasToString("{brand=A,B, noise=include}");
        assertThat(entry.status()).isEqualTo(200);
        assertThat(entry.toString()).doesNotContain("张三", "138", "漏酒", Server.READER);
    }

    @Test
    void answer_thatCannotBePutOnRecord_isNotGiven() {
        assertThat(server.get(Server.READER, "/api/v1/reviews").body()).contains("\"n\"");
        server.audit.broken.set(true);
        Server.Answer answer = server.get(Server.READER, "/api/v1/reviews");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("\"n\"");
        assertThat(server.get(Server.READER, "/api/v1/reviews/77").status()).isEqualTo(503);
        assertThat(server.get(Server.ADMIN, "/api/v1/keys").status()).isEqualTo(200);
    }

    @Test
    void refusal_ofAKnownCaller_isOnRecordAndOfAStrangerIsNot() {
        assertThat(server.get(Server.PUSHER, "/api/v1/reviews/12345").status()).isEqualTo(403);
        AuditEntry entry = server.audit.entries.getLast();
        assertThat(entry.status()).isEqualTo(403);
        assertThat(entry.path()).hasToString("{id=12345}");
        server.audit.entries.clear();
        assertThat(server.get("hs_wrong", "/api/v1/reviews").status()).isEqualTo(401);
        assertThat(server.audit.entries).isEmpty();
    }

    @Test
    void erasureExportAndChange_eachHasItsName() {
        assertThat(server.send(server.request(Server.ADMIN, "/api/v1/subjects/abcdefgh")
                                .DELETE())
                        .status())
                .isEqualTo(200);
        assertThat(server.get(Server.ADMIN, "/api/v1/corrections").status()).isEqualTo(200);
        assertThat(server.send(server.request(Server.ADMIN, "/api/v1/keys/999").DELETE())
                        .status())
                .isEqualTo(404);
        assertThat(server.audit.entries)
                .extracting(AuditEntry::action, AuditEntry::status)
                .containsExactly(tuple("erasure", 200), tuple("export", 200), tuple("change", 404));
    }

    @Test
    void address_ofTheCaller_isCutToItsNetwork() {
        for (List<String> pair : List.of(
                List.of("203.0.113.77", "203.0.113.0/24"),
                List.of("made up, 203.0.113.77", "203.0.113.0/24"),
                List.of("2001:db8:1:2::3", "2001:0db8:0001::/48"),
                List.of("nonsense", "127.0.0.0/24"))) {
            HttpRequest.Builder request =
                    server.request(Server.READER, "/api/v1/reviews").header("X-Forwarded-For", pair.get(0));
            assertThat(server.send(request).status()).isEqualTo(200);
            assertThat(server.audit.entries.getLast().address()).isEqualTo(pair.get(1));
        }
    }

    @Test
    void audit_administrator_readsAndVerifiesIt() {
        assertThat(server.get(Server.READER, "/api/v1/reviews").status()).isEqualTo(200);
        Server.Answer listed = server.get(Server.ADMIN, "/api/v1/audit?action=verbatims&kind=key&from=2026-01-01");
        assertThat(listed.json().at("/entries/0/name").asText()).isEqualTo("reader");
        assertThat(server.get(Server.READER, "/api/v1/audit").status()).isEqualTo(403);
        assertThat(server.get(Server.ADMIN, "/api/v1/audit/verify")
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
        assertThat(server.get(Server.ADMIN, "/api/v1/audit/verify?id=3").status())
                .isEqualTo(400);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
