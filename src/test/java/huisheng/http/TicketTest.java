package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.NewKey;
import huisheng.access.Right;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Scope;
import huisheng.store.TicketFilter;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What tickets, cases and procedures are asked for and refuse, at the door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketTest {
    private final Server server = new Server();
    private String handler = "";

    @BeforeAll
    void makeKey() {
        handler = Server.await(server.keyring.make(new NewKey("客服", Server.SOUTH, Set.of(Right.READ, Right.HANDLE))))
                .orElseThrow()
                .secret();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Server.Answer post(String key, String path, String body, String... headers) {
        HttpRequest.Builder request = server.request(key, path)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return server.send(request);
    }

    /** Path, body, and the place that the refusal names. */
    @TestFactory
    Stream<DynamicTest> bodies_thatCannotBe_areRefusedByTheirPlace() {
        String ticket = "/api/v1/tickets";
        String step = ticket + "/1/steps/plan";
        String procedure = "/api/v1/playbooks/crisis/start";
        return Stream.of(
                        List.of(ticket, "{}", "/title"),
                        List.of(ticket, "{\"title\":\" \"}", "/title"),
                        List.of(ticket, "{\"title\":\"" + "长".repeat(201) + "\"}", "/title"),
                        List.of(ticket, "{\"title\":\"a\\u0000\"}", "/title"),
                        List.of(ticket, "{\"title\":\"a\",\"level\":4}", "/level"),
                        List.of(ticket, "{\"title\":\"a\",\"type\":\"Leak!\"}", "/type"),
                        List.of(ticket, "{\"title\":\"a\",\"about\":{\"gender\":[\"f\"]}}", "/about/gender"),
                        List.of(ticket, "{\"title\":\"a\",\"about\":{\"brand\":[]}}", "/about/brand"),
                        List.of(ticket, "{\"title\":\"a\",\"reviews\":[null]}", "/reviews"),
                        List.of(ticket, "{\"title\":\"a\",\"alert\":0}", "/alert"),
                        List.of(ticket, "{\"title\":\"a\",\"colour\":1}", "/colour"),
                        List.of(ticket + "/1/comments", "{}", "/text"),
                        List.of(ticket + "/1/reviews", "{\"reviews\":[]}", "/reviews"),
                        List.of(ticket + "/1/replies", "{\"review\":1,\"text\":\"x\"}", "/channel"),
                        List.of(step, "{\"plan\":\"\"}", "/plan"),
                        List.of(step, "{\"goal\":{\"measure\":\"luck\"}}", "/goal/measure"),
                        List.of(step, "{\"goal\":{\"measure\":\"rating\",\"aspect\":\"taste\"}}", "/goal/measure"),
                        List.of(step, "{\"goal\":{\"measure\":\"net\",\"days\":3}}", "/goal/days"),
                        List.of(
                                step,
                                "{\"goal\":{\"measure\":\"net\",\"control\":{\"region\":[]}}}",
                                "/goal/control/region"),
                        List.of(ticket + "/1/steps/assign", "{\"goal\":{\"measure\":\"net\"}}", "/goal"),
                        List.of(ticket + "/1/steps/assign", "{\"owner\":\"x\",\"level\":3}", "/level"),
                        List.of(ticket + "/1/steps/verify", "{\"criterion\":\"x\"}", "/criterion"),
                        List.of(step, "{\"title\":\"x\"}", "/title"),
                        List.of(ticket + "/1/steps/edit", "{\"type\":\"Leak!\"}", "/type"),
                        List.of("/api/v1/cases", "{\"whys\":[1,2,3,4,5,6,7,8]}", "/whys"),
                        List.of("/api/v1/cases", "{\"impact\":\"huge\"}", "/impact"),
                        List.of(procedure, "{}", "/ticket"),
                        List.of(procedure, "{\"ticket\":1,\"alert\":1}", "/alert"))
                .map(row -> DynamicTest.dynamicTest(row.get(0) + " " + row.get(2), () -> {
                    Server.Answer answer = post(handler, row.get(0), row.get(1), "If-Match", "\"1\"");
                    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                    assertThat(answer.json().path("pointer").asText()).isEqualTo(row.get(2));
                }));
    }

    @Test
    void register_withTheParametersOfASearch_linksItsFinds() {
        Server.Answer made =
                post(handler, "/api/v1/tickets?q=leak&region=%E5%B9%BF%E4%B8%9C", "{\"title\":\"漏\",\"level\":1}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        Filter search = server.tickets.asked.stream()
                .filter(Filter.class::isInstance)
                .map(Filter.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(search.query()).isEqualTo("leak");
        assertThat(search.in()).isEqualTo(Map.of(Dimension.REGION, Set.of("广东")));
        assertThat(made.json().path("about").toString()).isEqualTo("{\"region\":[\"广东\"]}");
    }

    @Test
    void step_withoutOrWithABadVersion_isRefused() {
        assertThat(post(handler, "/api/v1/tickets/1/steps/plan", "{}").status()).isEqualTo(428);
        assertThat(post(handler, "/api/v1/tickets/1/steps/plan", "{}", "If-Match", "one")
                        .status())
                .isEqualTo(400);
        assertThat(post(handler, "/api/v1/tickets/1/steps/dance", "{}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(post(handler, "/api/v1/tickets/999/steps/plan", "{}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyChange_withAReadersKey_isForbidden() {
        for (String path : List.of(
                "/api/v1/tickets",
                "/api/v1/tickets/1/steps/plan",
                "/api/v1/tickets/1/comments",
                "/api/v1/tickets/1/reviews",
                "/api/v1/tickets/1/replies",
                "/api/v1/cases",
                "/api/v1/playbooks/crisis/start",
                "/api/v1/playbook-runs/1/steps/1")) {
            assertThat(post(Server.READER, path, "{}").status()).as(path).isEqualTo(403);
        }
        assertThat(server.send(server.request(handler, "/api/v1/procedures/leak")
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void list_withFilters_asksForThemAndPages() {
        JsonNode page = server.get(
                        handler,
                        "/api/v1/tickets?state=planned,reopened&level=1&overdue=true&alert=17&text=%E6%BC%8F&limit=3&cursor=101")
                .json();
        assertThat(page.path("cursor").asText()).isEqualTo("98");
        assertThat(server.tickets.asked)
                .contains(new TicketFilter(
                        Set.of("planned", "reopened"), null, null, 1, true, null, null, 17L, "漏", 101L, 3));
        assertThat(server.get(handler, "/api/v1/tickets?mine=true&limit=7").status())
                .isEqualTo(200);
        assertThat(server.tickets.asked)
                .contains(new TicketFilter(Set.of(), "客服", null, null, false, null, null, null, "", null, 7));
        assertThat(server.get(handler, "/api/v1/tickets?mine=true&owner=x").status())
                .isEqualTo(400);
        assertThat(server.get(handler, "/api/v1/tickets?state=lost").status()).isEqualTo(400);
        assertThat(server.get(handler, "/api/v1/tickets?cursor=x").status()).isEqualTo(400);
        assertThat(server.get(handler, "/api/v1/tickets?alert=0").status()).isEqualTo(400);
        assertThat(server.get(handler, "/api/v1/tickets?limit=101").status()).isEqualTo(400);
    }

    @Test
    void procedure_put_needsBothLanguagesOfEachStep() {
        String half = "{\"title\":{\"zh\":\"漏\",\"en\":\"Leak\"},\"steps\":[{\"says\":{\"zh\":\"赔\",\"en\":\"\"}}]}";
        Server.Answer refused = put(half);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("pointer").asText()).isEqualTo("/steps/0/says/en");
        Server.Answer kept = put(half.replace("\"\"", "\"Pay\""));
        assertThat(kept.header("ETag")).isEqualTo("\"1\"");
        assertThat(kept.json().path("playbook").asBoolean()).isFalse();
    }

    private Server.Answer put(String body) {
        return server.send(server.request(Server.ADMIN, "/api/v1/procedures/leak")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void about_ofReviewsAndSearches_isNeverMoreThanTheCallerMaySee() {
        Scope south = Server.SOUTH;
        Scope brand = new Scope(Map.of(Dimension.BRAND, Set.of("云岭")));
        assertThat(Abouts.of(south, null, null, List.of())).isEqualTo(south);
        Filter search = Filter.NONE.with(Dimension.BRAND, Set.of("云岭"));
        assertThat(Abouts.of(south, null, search, List.of()).only())
                .isEqualTo(Map.of(Dimension.BRAND, Set.of("云岭"), Dimension.REGION, Set.of("广东")));
        assertThat(Json.write(Abouts.of(Scope.ALL, brand, search, List.of()))).contains("云岭");
        for (Scope beyond : List.of(brand, Scope.ALL)) {
            assertThatThrownBy(() -> Abouts.of(south, beyond, null, List.of())).isInstanceOf(ProblemException.class);
        }
    }
}
