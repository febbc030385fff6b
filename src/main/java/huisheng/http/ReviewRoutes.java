package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import huisheng.index.ReviewSearch;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Labelled;
import huisheng.review.Selection;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Reviews found. */
final class ReviewRoutes {
    private static final int DEFAULT_LIMIT = 20;

    private final Reads reads;

    ReviewRoutes(Reads reads) {
        this.reads = reads;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/reviews", Right.READ, Calls.answer(this::search))
                        .auditing(Audited.VERBATIMS),
                Endpoint.get("/api/v1/reviews/{id}", Right.READ, Calls.tagged(this::review))
                        .auditing(Audited.VERBATIMS));
    }

    private Future<?> search(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        Filter filter = FilterParams.filter(query);
        String order = query.get("order");
        ReviewSearch.Order sorted = order != null
                ? Labelled.of(ReviewSearch.Order.class, order)
                : filter.query().isEmpty() ? ReviewSearch.Order.NEWEST : ReviewSearch.Order.RELEVANCE;
        List<Dimension> facets = FilterParams.dimensions(query, "facets");
        Selection selection = new Selection(Calls.caller(ctx).scope(), filter);
        return reads.search(new ReviewSearch(
                selection, sorted, FilterParams.integer(query, "limit", DEFAULT_LIMIT), query.get("cursor"), facets));
    }

    private Future<?> review(RoutingContext ctx) {
        return reads.review(Calls.caller(ctx).scope(), Calls.id(ctx)).map(Calls::found);
    }
}
