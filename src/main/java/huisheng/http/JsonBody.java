package huisheng.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import huisheng.json.Json;
import huisheng.review.Fault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A small JSON body as one value. What is refused is told by its place, never by its content. */
final class JsonBody<T> {
    private static final int MAX_BODY = 256 << 10;
    private static final int MAX_ECHOED_NAME = 60;

    private final ObjectReader reader;

    /** @param type a record; a {@link ProblemException} or {@link Fault} of its constructor is told as it is */
    JsonBody(Class<T> type) {
        this.reader = Json.MAPPER.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Reads the paused request. @throws ProblemException where its headers say that it is no plain JSON */
    Future<T> read(Vertx vertx, HttpServerRequest request) {
        return read(vertx, request, body -> {});
    }

    /** The same; {@code seen} is shown the body first. */
    Future<T> read(Vertx vertx, HttpServerRequest request, Consumer<Buffer> seen) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw unsupported("Content-Type", type, "application/json");
        }
        if (encoding != null) throw unsupported("Content-Encoding", encoding, "identity");
        return SmallBody.read(vertx, request, MAX_BODY).map(body -> {
            seen.accept(body);
            return value(body);
        });
    }

    static ProblemException unsupported(String header, @Nullable String value, String supported) {
        String shown = value == null || !ItemReader.keepable(value) ? "" : value;
        return ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, header + ": " + shown, supported);
    }

    private T value(Buffer body) {
        try {
            T value = reader.readValue(body.getBytes());
            if (value == null) throw malformed(0, "empty");
            return value;
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof ProblemException refusal) throw refusal;
            if (e.getCause() instanceof Fault fault) {
                throw ProblemException.of(ProblemType.BAD_BODY, pointer(e), fault)
                        .with("pointer", pointer(e));
            }
            throw ProblemException.of(ProblemType.BAD_VALUE, pointer(e)).with("pointer", pointer(e));
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation() == null ? 0 : e.getLocation().getByteOffset(), "unexpected");
        } catch (IOException e) {
            throw malformed(0, "unexpected");
        }
    }

    /** The field at fault; the exception's own message quotes the value, which should travel no further. */
    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            String name = step.getFieldName();
            boolean shown = name != null && name.length() <= MAX_ECHOED_NAME && ItemReader.keepable(name);
            pointer.append('/').append(shown ? name : step.getIndex() >= 0 ? String.valueOf(step.getIndex()) : "?");
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }

    private static ProblemException malformed(long offset, String why) {
        return ProblemException.of(ProblemType.MALFORMED_JSON, offset, Phrase.of(why));
    }
}
