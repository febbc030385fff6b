package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of another brand leaks through any operation, and what is the caller's own is shown. */
class ScopeWalkIT extends TwoBrandsIT {
    /** Every operation of the contract, whoever adds it: an answer, or a refusal, tells nothing of the other brand. */
    @TestFactory
    Stream<DynamicTest> everyOperation_scopedCaller_tellsNothingOfTheOtherBrand() {
        return ScopeWalk.ofContract(ids)
                .flatMap(step -> Stream.of("key", "session")
                        .map(caller -> DynamicTest.dynamicTest(caller + " " + step.name(), () -> {
                            HttpResponse<String> answer = service.send(step.on(as(caller, step.path())));
                            assertThat(answer.statusCode()).as(answer.body()).isIn(step.statuses());
                            assertThat(answer.body() + answer.headers().map())
                                    .doesNotContain(SECRET, "窖池", "漏酒", "other1", "赤水坊");
                        })));
    }

    /** That nothing is told is no comfort where nothing is there: who may see all sees both, the others see theirs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets?limit=100",
                "/api/v1/tickets/{ownTicket}",
                "/api/v1/tickets/{ownTicket}/history?limit=100",
                "/api/v1/tickets/{ownTicket}/similar-cases",
                "/api/v1/cases?limit=100",
                "/api/v1/alert-rules",
                "/api/v1/playbook-runs",
                "/api/v1/service-measures?by=team"
            })
    void whatIsDone_aboutTheOwnBrand_isShown(String path) throws Exception {
        String address = path.replace("{ownTicket}", ids.getOrDefault("ownTicket", ""));
        assertThat(service.get(service.key(), address).toString()).contains(ScopeStage.OWN);
        for (String caller : List.of("key", "session")) {
            assertThat(service.send(as(caller, address)).body())
                    .contains(ScopeStage.OWN)
                    .doesNotContain(SECRET);
        }
        if (!path.contains("{")) {
            assertThat(service.get(service.key(), address).toString()).contains(SECRET);
        }
    }

    @Test
    void alerts_scopedCaller_seesThoseOfTheOwnBrand() throws Exception {
        assertThat(service.get(service.key(), "/api/v1/alerts").toString()).contains("云岭", "赤水坊");
        for (String caller : List.of("key", "session")) {
            JsonNode alerts = LocalService.json(service.send(as(caller, "/api/v1/alerts")));
            assertThat(alerts.path("alerts"))
                    .isNotEmpty()
                    .allSatisfy(alert ->
                            assertThat(alert.at("/where/brand").asText()).isEqualTo("云岭"));
        }
    }

    @Test
    void serviceMeasures_scopedKey_countOwnTicketsAlone() throws Exception {
        int own =
                service.get(scoped, "/api/v1/tickets?limit=100").path("tickets").size();
        int all = service.get(service.key(), "/api/v1/tickets?limit=100")
                .path("tickets")
                .size();
        assertThat(own).isBetween(2, all - 2);
        assertThat(service.get(scoped, "/api/v1/service-measures")
                        .at("/groups/0/tickets")
                        .asInt())
                .isEqualTo(own);
    }

    /** What needs no caller must not hold a review at all. */
    @Test
    void openOperations_areThoseThatShowNoReview() throws Exception {
        assertThat(ScopeWalk.open())
                .containsExactlyInAnyOrder(
                        "POST /api/v1/login",
                        "GET /health/live",
                        "GET /health/ready",
                        "GET /metrics",
                        "GET /api/v1/openapi.yaml",
                        "GET /api/docs",
                        "GET /api/docs/start.js");
        assertThat(service.send(HttpRequest.newBuilder(service.uri("/metrics"))).body())
                .doesNotContain("云岭", "赤水坊", "漏酒");
    }
}
