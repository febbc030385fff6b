package huisheng.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import huisheng.access.Right;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Reads any sentence without keeping it. */
final class AnalyzeRoutes {
    private static final int MAX_BODY = 256 << 10;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(IntakeLimits.NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(TextQuestion.class);

    private final Vertx vertx;
    private final Reads reads;

    AnalyzeRoutes(Vertx vertx, Reads reads) {
        this.vertx = vertx;
        this.reads = reads;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/v1/analyze", Right.READ, Calls.answer(this::analyze)));
    }

    private Future<?> analyze(RoutingContext ctx) {
        String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        String encoding = ctx.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type: " + (type == null ? "" : type),
                    "application/json");
        }
        if (encoding != null) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding: " + encoding, "identity");
        }
        return SmallBody.read(vertx, ctx.request(), MAX_BODY)
                .map(AnalyzeRoutes::question)
                .compose(reads::analyze);
    }

    private static TextQuestion question(Buffer body) {
        try {
            TextQuestion question = READER.readValue(body.getBytes());
            if (question == null) throw malformed(0, "empty");
            return keepable(question);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof IllegalArgumentException fault) throw fault;
            throw ProblemException.of(ProblemType.BAD_VALUE, pointer(e)).with("pointer", pointer(e));
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation() == null ? 0 : e.getLocation().getByteOffset(), "unexpected");
        } catch (IOException e) {
            throw malformed(0, "unexpected");
        }
    }

    private static TextQuestion keepable(TextQuestion question) {
        String initial = question.initial();
        String product = question.product();
        String id = question.id();
        boolean keepable = ItemReader.keepable(question.text())
                && (initial == null || ItemReader.keepable(initial))
                && (product == null || ItemReader.keepable(product))
                && (id == null || ItemReader.keepable(id));
        if (!keepable) throw ProblemException.of(ProblemType.BAD_VALUE, Phrase.of("reason.bad-character"));
        return question;
    }

    /** The field at fault; the exception's own message quotes the value, which should travel no further. */
    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            String name = step.getFieldName();
            boolean shown = name != null && name.length() <= 60 && ItemReader.keepable(name);
            pointer.append('/').append(shown ? name : "?");
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }

    private static ProblemException malformed(long offset, String why) {
        return ProblemException.of(ProblemType.MALFORMED_JSON, offset, Phrase.of(why));
    }
}
