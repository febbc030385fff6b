package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.Principal;
import huisheng.json.Json;
import huisheng.review.Labels;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps labels of a review of one text, checked as in earnest. */
final class FakeCorrections implements Corrections {
    static final String TEXT = "酒很香，但是瓶子碎了，比北垛强";

    final Map<Long, Labels> kept = new ConcurrentHashMap<>();

    @Override
    public Future<? extends Optional<?>> find(Principal caller, long id) {
        return Future.succeededFuture(Optional.ofNullable(kept.get(id)));
    }

    @Override
    public Future<?> put(Principal caller, long id, JsonNode labels) {
        kept.put(id, LabelReader.read(labels, TEXT, 5, Map.of("packaging", "包装", "smell", "香气")));
        return Future.succeededFuture(kept.get(id));
    }

    @Override
    public Future<Boolean> delete(Principal caller, long id) {
        return Future.succeededFuture(kept.remove(id) != null);
    }

    @Override
    public Future<Export> export(Principal caller, @Nullable String cursor, int limit) {
        JsonNode row = Json.MAPPER.createObjectNode().put("id", cursor == null ? "1-1" : "2-1");
        return Future.succeededFuture(new Export(List.of(row, row), cursor == null ? "1-1" : null));
    }
}
