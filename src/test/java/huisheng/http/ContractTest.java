package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Dimension;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Test
    void contract_isValidOpenApi() {
        Vertx vertx = Vertx.vertx();
        try {
            OpenAPIContract contract = Server.await(OpenAPIContract.from(vertx, Contract.RESOURCE));
            assertThat(contract.operations())
                    .hasSize(Contract.load().operations().size());
        } finally {
            Server.finish(vertx.close());
        }
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
    void everyDimension_isAParameterOfEveryQuestion() {
        String yaml = new String(Contract.load().yaml(), java.nio.charset.StandardCharsets.UTF_8);
        List<String> names =
                Arrays.stream(Dimension.values()).map(FilterParams::parameter).toList();
        for (String name : names) {
            assertThat(yaml.split("parameters/" + name + "\"", -1)).as(name).hasSize(5);
        }
    }

    @Test
    void messages_haveTheSameKeysInBothLanguages() throws java.io.IOException {
        Properties chinese = load("messages_zh.properties");
        assertThat(chinese.stringPropertyNames())
                .isEqualTo(load("messages_en.properties").stringPropertyNames());
        for (ProblemType type : ProblemType.values()) {
            assertThat(chinese).containsKeys(type.slug() + ".title", type.slug() + ".detail");
        }
    }

    private static Properties load(String name) throws java.io.IOException {
        Properties properties = new Properties();
        try (java.io.InputStream in = ContractTest.class.getResourceAsStream(name)) {
            properties.load(in);
        }
        return properties;
    }
}
