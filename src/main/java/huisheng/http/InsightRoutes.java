package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import huisheng.insight.Insights;
import huisheng.insight.ask.DrillDown;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.review.Selection;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One endpoint per insight question, and the list of them. */
final class InsightRoutes {
    private static final String PATH = "/api/v1/insights";

    private final Reads reads;

    InsightRoutes(Reads reads) {
        this.reads = reads;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        Catalogue catalogue = catalogue();
        endpoints.add(Endpoint.get(PATH, Right.READ, Calls.answer(ctx -> Future.succeededFuture(catalogue))));
        for (Question question : Insights.ALL) {
            endpoints.add(Endpoint.get(path(question), Right.READ, Calls.answer(ctx -> ask(question, ctx)))
                    .auditing(Audited.VERBATIMS));
        }
        return endpoints;
    }

    static String path(Question question) {
        return PATH + "/" + question.name();
    }

    private Future<?> ask(Question question, RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        Map<String, String> given = new LinkedHashMap<>();
        for (Parameter<?> parameter : question.parameters()) {
            for (String name : parameter.names()) {
                if (query.contains(name)) given.put(name, String.join(",", query.getAll(name)));
            }
        }
        // what the question takes for itself is no filter: the mention rate of an aspect is of all reviews
        MultiMap others = MultiMap.caseInsensitiveMultiMap().addAll(query);
        given.keySet().forEach(others::remove);
        Selection selection = new Selection(Calls.caller(ctx).scope(), FilterParams.filter(others));
        return reads.insight(new InsightQuestion(question, selection, given, Calls.stop(ctx)));
    }

    /** What can be asked. */
    record Catalogue(List<Entry> questions) {}

    /**
     * One question.
     *
     * @param example an address that can be called
     */
    record Entry(String name, Wording asks, String path, List<Told> parameters, String example) {}

    /**
     * Something it can be told besides the filter.
     *
     * @param schema JSON Schema of its value
     */
    record Told(String name, Wording says, Map<String, Object> schema) {}

    private static Catalogue catalogue() {
        return new Catalogue(Insights.ALL.stream().map(InsightRoutes::entry).toList());
    }

    private static Entry entry(Question question) {
        List<Told> told = new ArrayList<>();
        for (Parameter<?> parameter : question.parameters()) {
            for (String name : parameter.names()) told.add(new Told(name, parameter.says(), parameter.schema()));
        }
        String example = DrillDown.address(path(question), question.example());
        return new Entry(question.name(), question.asks(), path(question), told, example);
    }
}
