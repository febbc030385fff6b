package huisheng.alert.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import huisheng.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The rules that a new installation starts with, by their codes. */
public final class ShippedRules {
    private static final Map<String, Rule> ALL = read();

    private ShippedRules() {}

    /** In the order of the file. */
    public static Map<String, Rule> all() {
        return ALL;
    }

    private static Map<String, Rule> read() {
        try (InputStream in = Objects.requireNonNull(ShippedRules.class.getResourceAsStream("shipped.yaml"))) {
            Map<String, Rule> rules = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry :
                    new YAMLMapper().readTree(in).properties()) {
                rules.put(entry.getKey(), Json.MAPPER.treeToValue(entry.getValue(), Rule.class));
            }
            return Collections.unmodifiableMap(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
