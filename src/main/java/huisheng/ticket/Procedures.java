package huisheng.ticket;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import huisheng.json.Json;
import huisheng.store.Database;
import huisheng.store.ProcedureTable;
import huisheng.store.StoredProcedure;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Procedures and playbooks: those that the product ships, and what was put over them. Safe from any thread. */
public final class Procedures {
    private static final String SHIPPED = "procedures.yaml";
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(new TypeReference<LinkedHashMap<String, Procedure>>() {})
            .with(new YAMLFactory());

    private final Map<String, Procedure> shipped = shipped();
    private final ProcedureTable table;
    private final Clock clock;

    public Procedures(Database database, Clock clock) {
        this.table = new ProcedureTable(database);
        this.clock = clock;
    }

    static Map<String, Procedure> shipped() {
        try (InputStream in = Procedures.class.getResourceAsStream(SHIPPED)) {
            if (in == null) throw new IllegalStateException(SHIPPED + " is not on the class path");
            return Collections.unmodifiableMap(READER.readValue(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name, those for cases of a type; null for all. */
    public Future<List<ProcedureView>> list(@Nullable String type) {
        return table.all().map(changed -> {
            List<ProcedureView> views = new ArrayList<>();
            for (ProcedureView view : merged(changed).values()) {
                List<String> types = view.procedure().types();
                if (type == null || types.isEmpty() || types.contains(type)) views.add(view);
            }
            return views;
        });
    }

    public Future<Optional<ProcedureView>> find(String name) {
        return table.all().map(changed -> Optional.ofNullable(merged(changed).get(name)));
    }

    private Map<String, ProcedureView> merged(List<StoredProcedure> changed) {
        Map<String, ProcedureView> views = new TreeMap<>();
        shipped.forEach((name, procedure) -> views.put(name, ProcedureView.shipped(name, 0, procedure)));
        for (StoredProcedure each : changed) {
            String body = each.body();
            Procedure under = shipped.get(each.name());
            if (body != null) views.put(each.name(), view(each, Json.read(body, Procedure.class)));
            else if (under != null) views.put(each.name(), ProcedureView.shipped(each.name(), each.version(), under));
        }
        return views;
    }

    private static ProcedureView view(StoredProcedure stored, Procedure procedure) {
        return new ProcedureView(
                stored.name(), stored.version(), procedure.playbook(), procedure, stored.by(), stored.at());
    }

    /**
     * Fails with {@link Outdated} where there is another version.
     *
     * @param procedure null to go back to the shipped one, or to none
     * @param version that the caller has read, 0 for none
     * @return empty where there is none now
     */
    public Future<Optional<ProcedureView>> put(String name, @Nullable Procedure procedure, int version, String by) {
        String body = procedure == null ? null : Json.write(procedure);
        return table.put(name, body, by, clock.instant(), version).compose(put -> {
            if (put.isEmpty()) {
                return version(name).compose(now -> Future.failedFuture(new Outdated(now)));
            }
            return find(name);
        });
    }

    private Future<Integer> version(String name) {
        return table.all()
                .map(all -> all.stream()
                        .filter(each -> each.name().equals(name))
                        .mapToInt(StoredProcedure::version)
                        .findFirst()
                        .orElse(0));
    }
}
