package huisheng.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import huisheng.review.Dimension;
import huisheng.review.Labelled;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The mapper everything shares. Records map by their component names; {@link Labelled} constants by their labels;
 * times are ISO-8601; absent values are left out.
 */
public final class Json {
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(labels())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException where the text is no such value; its cause tells line and column */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimpleModule labels() {
        SimpleModule module = new SimpleModule("labels");
        module.addSerializer(Labelled.class, new LabelSerializer());
        module.addSerializer(Dimension.class, new DimensionSerializer());
        module.addKeySerializer(Labelled.class, new LabelKeySerializer());
        module.addKeySerializer(Dimension.class, new DimensionKeySerializer());
        module.setDeserializers(new LabelDeserializers());
        module.addKeyDeserializer(Dimension.class, new DimensionKeyDeserializer());
        return module;
    }

    private static Dimension dimension(String key) throws IOException {
        return Dimension.of(key).orElseThrow(() -> new IOException("unknown dimension '" + key + "'"));
    }

    @SuppressWarnings("serial")
    private static final class LabelSerializer extends StdSerializer<Labelled> {
        LabelSerializer() {
            super(Labelled.class);
        }

        @Override
        public void serialize(Labelled value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.label());
        }
    }

    /** As the deserializer of keys, which Jackson makes of that of values, reads them. */
    @SuppressWarnings("serial")
    private static final class LabelKeySerializer extends StdSerializer<Labelled> {
        LabelKeySerializer() {
            super(Labelled.class);
        }

        @Override
        public void serialize(Labelled value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(value.label());
        }
    }

    @SuppressWarnings("serial")
    private static final class DimensionSerializer extends StdSerializer<Dimension> {
        DimensionSerializer() {
            super(Dimension.class);
        }

        @Override
        public void serialize(Dimension value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.key());
        }
    }

    @SuppressWarnings("serial")
    private static final class DimensionKeySerializer extends StdSerializer<Dimension> {
        DimensionKeySerializer() {
            super(Dimension.class);
        }

        @Override
        public void serialize(Dimension value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(value.key());
        }
    }

    private static final class DimensionKeyDeserializer extends com.fasterxml.jackson.databind.KeyDeserializer {
        @Override
        public @Nullable Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return Dimension.of(key).isPresent()
                    ? dimension(key)
                    : context.handleWeirdKey(Dimension.class, key, "no such dimension");
        }
    }

    @SuppressWarnings("serial")
    private static final class LabelDeserializers extends SimpleDeserializers {
        @Override
        public @Nullable JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            if (type == Dimension.class) return new DimensionDeserializer();
            if (Labelled.class.isAssignableFrom(type)) return new LabelDeserializer(config.constructType(type));
            return null;
        }
    }

    @SuppressWarnings("serial")
    private static final class DimensionDeserializer extends StdDeserializer<Dimension> {
        DimensionDeserializer() {
            super(Dimension.class);
        }

        @Override
        public Dimension deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return dimension(in.getText());
        }
    }

    @SuppressWarnings("serial")
    private static final class LabelDeserializer extends StdDeserializer<Object> {
        private final JavaType type;

        LabelDeserializer(JavaType type) {
            super(type);
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String label = in.getText();
            for (Object constant : type.getRawClass().getEnumConstants()) {
                if (((Labelled) constant).label().equals(label)) return constant;
            }
            return context.handleWeirdStringValue(type.getRawClass(), label, "no such label");
        }
    }
}
