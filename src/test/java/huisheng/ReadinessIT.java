package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.store.EmbeddedDatabases;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An index that can no longer be written is told to whoever watches over the service. */
class ReadinessIT {
    @Test
    void ready_indexFolderIsGoneForAWhile_isDownUntilItIsWrittenAgain() throws Exception {
        Path data = LocalService.folder("readiness");
        Path index = data.resolve("index");
        try (LocalService service = LocalService.start(data, EmbeddedDatabases.url())) {
            push(service, "r1", "酒香浓郁");
            service.settle();
            HttpResponse<String> up = ready(service);
            assertThat(up.statusCode()).isEqualTo(200);
            assertThat(up.body()).contains("\"index\":true");

            Files.move(index, data.resolve("gone"));
            push(service, "r2", "瓶口漏酒");
            LocalService.waitFor(() -> ready(service).statusCode() == 503);
            assertThat(ready(service).body()).contains("\"index\":false").contains("\"database\":true");

            Files.createDirectory(index);
            LocalService.waitFor(() -> ready(service).statusCode() == 200);
            service.settle();
            assertThat(service.everySearchable()).containsExactlyInAnyOrder("r1", "r2");
        }
    }

    private static void push(LocalService service, String externalId, String text) throws Exception {
        var answer = service.push(List.of(LocalService.review(externalId, text, 1)));
        assertThat(answer.at("/results/0/status").asText()).isEqualTo("accepted");
    }

    private static HttpResponse<String> ready(LocalService service) throws Exception {
        return service.send(service.request(service.key(), "/health/ready"));
    }
}
