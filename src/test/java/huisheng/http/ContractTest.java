package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import huisheng.insight.Insights;
import huisheng.insight.ask.Parameter;
import huisheng.json.Json;
import huisheng.review.Dimension;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractTest {
    @Test
    void contract_isValidOpenApi() throws IOException {
        Vertx vertx = Vertx.vertx();
        try {
            OpenAPIContract contract = Server.await(OpenAPIContract.from(vertx, readable()));
            assertThat(contract.operations())
                    .hasSize(Contract.load().operations().size());
        } finally {
            Server.finish(vertx.close());
        }
    }

    /** The contract with the media types that the validator does not know under a name that it does. */
    private static JsonObject readable() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(Contract.load().yaml());
        for (JsonNode content : contract.findValues("content")) {
            List<String> names = new ArrayList<>();
            content.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode media = ((ObjectNode) content).remove(name);
                String known = name.equals("application/json") ? name : "application/octet-stream";
                ((ObjectNode) content).set(known, media);
            }
        }
        return new JsonObject(contract.toString());
    }

    @Test
    void contract_andRouter_haveTheSameRoutes() {
        try (Server server = new Server()) {
            List<String> endpoints = server.api.endpoints().stream()
                    .map(endpoint -> endpoint.method() + " " + endpoint.path())
                    .sorted()
                    .toList();
            assertThat(Contract.load().operations()).containsExactlyInAnyOrderElementsOf(endpoints);
            List<String> pages = List.of("/", "/webjars/*", "/*");
            List<String> routed = server.api.router().getRoutes().stream()
                    .filter(route -> route.methods() != null && !pages.contains(String.valueOf(route.getPath())))
                    .flatMap(route -> route.methods().stream()
                            .map(method -> method + " " + route.getPath().replaceAll(":(\\w+)", "{$1}")))
                    .filter(name -> !name.endsWith("/webjars/") && !name.endsWith(" null"))
                    .sorted()
                    .toList();
            assertThat(routed).isEqualTo(endpoints);
        }
    }

    @Test
    void everyDimension_isAParameterOfTheFilter() throws IOException {
        JsonNode filter = new YAMLMapper().readTree(Contract.load().yaml()).at("/components/schemas/Filter/properties");
        List<String> names = new ArrayList<>();
        filter.fieldNames().forEachRemaining(names::add);
        List<String> expected = new ArrayList<>(List.of("q", "from", "until", "noise"));
        Arrays.stream(Dimension.values()).map(FilterParams::parameter).forEach(expected::add);
        assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The contract is what callers are promised, the question what it does: one must not say what the other does not. */
    @TestFactory
    Stream<DynamicTest> insights_haveTheParametersOfTheirQuestions() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(Contract.load().yaml());
        return Insights.ALL.stream()
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    JsonNode operation = contract.path("paths")
                            .path(InsightRoutes.path(question))
                            .path("get");
                    Map<String, JsonNode> told = new TreeMap<>();
                    boolean filtered = false;
                    for (JsonNode each : operation.path("parameters")) {
                        String reference = each.path("$ref").asText();
                        JsonNode parameter = reference.isEmpty() ? each : contract.at(reference.substring(1));
                        if (parameter.path("name").asText().equals("filter")) filtered = true;
                        else told.put(parameter.path("name").asText(), parameter.path("schema"));
                    }
                    assertThat(filtered).as("takes the filter").isTrue();
                    Map<String, JsonNode> does = new TreeMap<>();
                    for (Parameter<?> parameter : question.parameters()) {
                        JsonNode schema = Json.MAPPER.valueToTree(parameter.schema());
                        parameter.names().forEach(name -> does.put(name, schema));
                    }
                    assertThat(told.toString()).isEqualTo(does.toString());
                    assertThat(operation
                                    .at("/responses/200/content/application~1json/schema")
                                    .isMissingNode())
                            .isFalse();
                }));
    }

    @Test
    void messages_haveTheSameKeysInBothLanguages() throws IOException {
        Properties chinese = load("messages_zh.properties");
        assertThat(chinese.stringPropertyNames())
                .isEqualTo(load("messages_en.properties").stringPropertyNames());
        for (ProblemType type : ProblemType.values()) {
            assertThat(chinese).containsKeys(type.slug() + ".title", type.slug() + ".detail");
        }
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ContractTest.class.getResourceAsStream(name)) {
            properties.load(in);
        }
        return properties;
    }
}
