package huisheng.http;

import huisheng.access.Right;
import huisheng.index.Interval;
import huisheng.review.Labelled;
import huisheng.review.Period;
import huisheng.review.Selection;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How things move over time, and which words do. */
final class TrendRoutes {
    private static final int DEFAULT_GROUPS = 10;
    private static final int DEFAULT_KEYWORDS = 20;
    private static final Duration DEFAULT_WINDOW = Duration.ofDays(30);
    private static final int MAX_TERMS = 20;

    private final Reads reads;

    TrendRoutes(Reads reads) {
        this.reads = reads;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/trends/sentiment", Right.READ, Calls.answer(this::sentiment)),
                Endpoint.get("/api/v1/trends/keywords", Right.READ, Calls.answer(this::terms)),
                Endpoint.get("/api/v1/keywords", Right.READ, Calls.answer(this::keywords)));
    }

    private Future<?> sentiment(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        String by = query.get("by");
        return reads.sentimentTrend(new SentimentQuestion(
                selection(ctx),
                interval(query),
                by == null ? null : FilterParams.dimension("by", by),
                FilterParams.integer(query, "groups", DEFAULT_GROUPS)));
    }

    private Future<?> terms(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        Set<String> terms = FilterParams.values(query, "terms");
        if (terms.size() > MAX_TERMS) throw ProblemException.parameter("terms", "many", MAX_TERMS);
        return reads.keywordTrend(new KeywordTrendQuestion(selection(ctx), interval(query), List.copyOf(terms)));
    }

    private Future<?> keywords(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        Selection selection = selection(ctx);
        if (selection.filter().period() == null) selection = selection.during(lately());
        return reads.keywords(new KeywordQuestion(
                selection,
                FilterParams.period(query, "baselineFrom", "baselineUntil"),
                FilterParams.integer(query, "limit", DEFAULT_KEYWORDS)));
    }

    private static Period lately() {
        Instant now = Instant.now();
        return new Period(now.minus(DEFAULT_WINDOW), now);
    }

    private static Selection selection(RoutingContext ctx) {
        return new Selection(Calls.caller(ctx).scope(), FilterParams.filter(ctx.queryParams()));
    }

    private static Interval interval(MultiMap query) {
        String label = query.get("interval");
        return label == null ? Interval.DAY : Labelled.of(Interval.class, label);
    }
}
