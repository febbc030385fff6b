package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import huisheng.review.Dimension;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

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
