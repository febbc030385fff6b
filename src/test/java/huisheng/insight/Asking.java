package huisheng.insight;

import huisheng.index.IndexSettings;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.index.Sample;
import huisheng.index.Stop;
import huisheng.insight.ask.Question;
import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Scope;
import huisheng.review.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A real index with reviews made up for a test, and the way to ask a question of it. */
public final class Asking implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-01T00:00:00+08:00");

    private final Path folder;
    private final ReviewIndex index;

    private Asking(Path folder) throws IOException {
        this.folder = folder;
        this.index = LuceneReviewIndex.open(IndexSettings.in(folder), new UUID(0, 1));
    }

    public static Asking of(Collection<Sample> samples) throws IOException {
        Asking asking = new Asking(Files.createTempDirectory("insight"));
        asking.put(samples);
        return asking;
    }

    public void put(Collection<Sample> samples) throws IOException {
        index.put(samples.stream().map(Sample::change).toList());
        index.refresh();
    }

    /** Days of {@link #START} on: {@code from} is the first of the period, {@code until} the first after it. */
    public static Period days(int from, int until) {
        return new Period(START.plusSeconds(from * 86_400L), START.plusSeconds(until * 86_400L));
    }

    public static Selection all(Period period) {
        return new Selection(Scope.ALL, Filter.NONE.during(period));
    }

    /** @param given names and values of parameters in turn */
    public Insight ask(Question question, Selection selection, String... given) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) parameters.put(given[i], given[i + 1]);
        Clock clock = Clock.fixed(START.plusSeconds(100 * 86_400L), ZoneOffset.UTC);
        return new Insights(index, aspect -> aspect, clock).ask(question, selection, parameters, Stop.NEVER);
    }

    /** The answer alone. */
    public <T> T answer(Class<T> type, Question question, Selection selection, String... given) throws IOException {
        return type.cast(ask(question, selection, given).answer());
    }

    public ReviewIndex index() {
        return index;
    }

    @Override
    public void close() throws IOException {
        index.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
