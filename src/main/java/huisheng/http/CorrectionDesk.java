package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.Principal;
import huisheng.review.Correction;
import huisheng.review.Labels;
import huisheng.store.CorrectedReview;
import huisheng.store.CorrectionTable;
import huisheng.store.ReviewReader;
import huisheng.store.ReviewState;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks labels against the text they are about and keeps them. */
public final class CorrectionDesk implements Corrections {
    private static final Pattern CURSOR = Pattern.compile("\\d{1,18}-\\d{1,9}");

    private final ReviewReader reader;
    private final CorrectionTable table;
    private final Supplier<Map<String, String>> aspects;

    /** @param aspects names by id, as the pack in use has them */
    public CorrectionDesk(ReviewReader reader, CorrectionTable table, Supplier<Map<String, String>> aspects) {
        this.reader = reader;
        this.table = table;
        this.aspects = aspects;
    }

    /** What is answered about a correction. */
    record Kept(long id, Correction correction) {}

    @Override
    public Future<Optional<Kept>> find(Principal caller, long id) {
        return table.find(caller.scope(), id).map(found -> found.map(correction -> new Kept(id, correction)));
    }

    @Override
    public Future<Kept> put(Principal caller, long id, JsonNode body) {
        return reader.find(caller.scope(), id).map(Calls::found).compose(state -> put(caller, state, body));
    }

    private Future<Kept> put(Principal caller, ReviewState state, JsonNode body) {
        var stored = state.stored();
        Labels labels =
                LabelReader.read(body, stored.review().text(), stored.review().rating(), aspects.get());
        return table.put(caller.scope(), stored.id(), stored.version(), labels, caller.name())
                .map(kept -> kept.orElseThrow(() -> ProblemException.of(ProblemType.CONFLICT)))
                .map(correction -> new Kept(stored.id(), correction));
    }

    @Override
    public Future<Boolean> delete(Principal caller, long id) {
        return table.delete(caller.scope(), id);
    }

    @Override
    public Future<Export> export(Principal caller, @Nullable String cursor, int limit) {
        if (cursor != null && !CURSOR.matcher(cursor).matches()) throw ProblemException.parameter("cursor", "pattern");
        String[] after = cursor == null ? new String[] {"0", "0"} : cursor.split("-", 2);
        return table.export(caller.scope(), Long.parseLong(after[0]), Integer.parseInt(after[1]), limit)
                .map(found -> page(found, limit));
    }

    private static Export page(List<CorrectedReview> found, int limit) {
        List<JsonNode> rows = found.stream().map(CorpusRow::of).toList();
        String next = found.size() < limit ? null : CorpusRow.id(found.getLast());
        return new Export(rows, next);
    }
}
