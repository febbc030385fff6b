package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code openapi.yaml}: what callers are promised, and what the door checks query strings by. Immutable. */
final class Contract {
    static final String RESOURCE = "huisheng/http/openapi.yaml";

    private final byte[] yaml;
    private final JsonNode root;
    private final Map<String, Map<String, ParameterRule>> operations = new TreeMap<>();

    private Contract(byte[] yaml) throws IOException {
        this.yaml = yaml;
        this.root = new YAMLMapper().readTree(yaml);
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String name = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                operations.put(name, rules(operation.getValue().path("parameters")));
            }
        }
    }

    static Contract load() {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) throw new IllegalStateException(RESOURCE + " is not on the class path");
            return new Contract(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] yaml() {
        return yaml.clone();
    }

    /** {@code GET /api/v1/reviews} and so on. */
    List<String> operations() {
        return List.copyOf(operations.keySet());
    }

    /** @throws ProblemException naming the first parameter that the contract does not allow so */
    void check(Endpoint endpoint, MultiMap query) {
        Map<String, ParameterRule> rules = operations.get(endpoint.method() + " " + endpoint.path());
        if (rules == null) throw new IllegalStateException(endpoint.path() + " is not in the contract");
        for (String name : query.names()) {
            ParameterRule rule = rules.get(name);
            if (rule == null) throw unknown(name, rules);
            rule.check(query.getAll(name));
        }
        for (ParameterRule rule : rules.values()) {
            if (rule.required() && !query.contains(rule.name())) {
                throw ProblemException.parameter(rule.name(), "missing");
            }
        }
    }

    private static ProblemException unknown(String name, Map<String, ParameterRule> rules) {
        String shown = ItemReader.keepable(name) && name.length() <= 60 ? name : "?";
        return ProblemException.of(ProblemType.UNKNOWN_PARAMETER, shown, String.join(", ", rules.keySet()))
                .with("parameter", shown);
    }

    private Map<String, ParameterRule> rules(JsonNode parameters) {
        Map<String, ParameterRule> rules = new LinkedHashMap<>();
        for (JsonNode reference : parameters) {
            JsonNode parameter = resolve(reference);
            if (!parameter.path("in").asText().equals("query")) continue;
            JsonNode schema = resolve(parameter.path("schema"));
            if (schema.path("type").asText().equals("object")) {
                // an exploded object: each property is a parameter
                for (Map.Entry<String, JsonNode> property :
                        schema.path("properties").properties()) {
                    rules.put(
                            property.getKey(),
                            ParameterRule.of(property.getKey(), false, resolve(property.getValue())));
                }
            } else {
                String name = parameter.path("name").asText();
                rules.put(
                        name, ParameterRule.of(name, parameter.path("required").asBoolean(), schema));
            }
        }
        return rules;
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? root.at(reference.asText().substring(1)) : node;
    }
}
