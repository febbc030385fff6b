package huisheng.http;

import huisheng.access.Principal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Knows one pack, {@code baijiu}, in version 3, and remembers what was asked of it. */
final class FakeSandbox implements Sandbox {
    static final String YAML = "id: baijiu\nname: 白酒\n";

    final List<Object> asked = new CopyOnWriteArrayList<>();

    @Override
    public Future<?> list() {
        return Future.succeededFuture(List.of(Map.of("pack", "baijiu", "version", 3)));
    }

    @Override
    public Future<Optional<Text>> text(String pack) {
        return only(pack, new Text(3, YAML));
    }

    @Override
    public Future<? extends Optional<?>> versions(String pack) {
        return only(pack, List.of());
    }

    @Override
    public Future<? extends Optional<?>> preview(Principal caller, String pack, String yaml, int sample) {
        asked.add(List.of(yaml, sample));
        if (yaml.contains("bad")) {
            return Future.failedFuture(ProblemException.of(ProblemType.BAD_PACK, "aspect taste", "declared twice")
                    .with("item", "aspect taste")
                    .with("line", 7));
        }
        return only(pack, Map.of("sample", sample));
    }

    @Override
    public Future<? extends Optional<?>> apply(Principal caller, String pack, String yaml, @Nullable Integer expected) {
        asked.add(List.of(yaml, Optional.ofNullable(expected)));
        if (expected != null && expected != 3) {
            return Future.failedFuture(ProblemException.of(ProblemType.CONFLICT));
        }
        return only(pack, Map.of("version", 4));
    }

    @Override
    public Future<? extends Optional<?>> rollback(Principal caller, String pack) {
        return only(pack, Map.of("version", 5));
    }

    @Override
    public Future<? extends Optional<?>> progress(String pack) {
        return only(pack, Map.of("finished", true));
    }

    private static <T> Future<Optional<T>> only(String pack, T answer) {
        return Future.succeededFuture(pack.equals("baijiu") ? Optional.of(answer) : Optional.empty());
    }

    Object last() {
        return asked.get(asked.size() - 1);
    }
}
