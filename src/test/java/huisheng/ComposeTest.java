package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be held of docker-compose.yml without a Docker: it names what there is. */
class ComposeTest {
    private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$");
    private final JsonNode service;

    ComposeTest() throws IOException {
        service = new YAMLMapper()
                .readTree(Path.of("docker-compose.yml").toFile())
                .at("/services/huisheng");
    }

    @Test
    void image_copiesFilesThatThereAre() {
        Matcher copies = COPY.matcher(service.at("/build/dockerfile_inline").asText());
        int n = 0;
        for (; copies.find(); n++) {
            for (String source : List.of(copies.group(1).split(" "))) {
                assertThat(Path.of(source)).as(source).exists();
            }
        }
        assertThat(n).isGreaterThanOrEqualTo(5);
    }

    @Test
    void environment_namesSettings() throws IOException {
        try (InputStream settings = Objects.requireNonNull(ComposeTest.class.getResourceAsStream("/huisheng.yaml"))) {
            String known = new String(settings.readAllBytes(), StandardCharsets.UTF_8) + "${HUISHENG_JAVA_OPTS:";
            service.path("environment")
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(known).contains("${" + name + ":"));
        }
    }

    /** The default, the loopback, cannot be reached through a published port. */
    @Test
    void service_listensBeyondItsLoopback() {
        assertThat(service.at("/environment/HUISHENG_HOST").asText()).isEqualTo("0.0.0.0");
    }
}
