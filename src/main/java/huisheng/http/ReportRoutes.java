package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import huisheng.insight.report.Every;
import huisheng.insight.report.Format;
import huisheng.review.Filter;
import huisheng.review.Labelled;
import huisheng.review.Period;
import huisheng.review.Selection;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The digest of a period. */
final class ReportRoutes {
    private final Reads reads;

    ReportRoutes(Reads reads) {
        this.reads = reads;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/v1/report", Right.READ, this::report).auditing(Audited.EXPORT));
    }

    private void report(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        Filter filter = FilterParams.filter(query);
        Format format = label(query, "format", Format.class, Format.HTML);
        Every every = label(query, "every", Every.class, Every.WEEK);
        Period period = filter.period() == null ? every.last(Instant.now()) : filter.period();
        Locale locale = Locale.forLanguageTag(
                query.contains("lang")
                        ? query.get("lang")
                        : Messages.of(ctx.request()).language());
        Selection selection = new Selection(Calls.caller(ctx).scope(), filter);
        reads.report(new ReportQuestion(selection, period, format, locale, Calls.stop(ctx)))
                .onSuccess(bytes -> send(ctx, format, every, period, bytes))
                .onFailure(ctx::fail);
    }

    private static void send(RoutingContext ctx, Format format, Every every, Period period, byte[] bytes) {
        if (format == Format.XLSX) {
            String name = "report-" + every.name(period) + ".xlsx";
            ctx.response().putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        }
        Calls.send(ctx, format.mediaType(), Buffer.buffer(bytes));
    }

    private static <E extends Enum<E> & Labelled> E label(MultiMap query, String name, Class<E> type, E fallback) {
        String value = query.get(name);
        return value == null ? fallback : Labelled.of(type, value);
    }
}
