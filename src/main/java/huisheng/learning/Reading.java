package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Draft;
import huisheng.analysis.Pipeline;
import java.util.List;
import java.util.stream.IntStream;

/** Runs the stages that models learn from over corpora, on all cores, in order. */
record Reading(Pipeline pipeline) {
    List<Draft> of(List<JsonNode> rows) {
        return IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(i -> pipeline.read(request(rows.get(i))))
                .toList();
    }

    static AnalysisRequest request(JsonNode row) {
        String product = row.path("product").isTextual() ? row.path("product").textValue() : null;
        return new AnalysisRequest(null, row.path("text").textValue(), null, null, product, List.of());
    }
}
