package huisheng.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import huisheng.review.Labelled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file become reviews. Either {@code connector} names one of {@link Connectors}, or {@code fields} tell
 * for each field of a review the column or JSON pointer it is read from.
 *
 * @param fields review field, {@code author.userId} or {@code attributes.<name>} to column name or {@code /json/pointer}
 * @param constants review field to a value for every row that has none; {@code writtenAt: now} is the time of import
 * @param datePattern as in {@link java.time.format.DateTimeFormatter}; without one, the usual forms are tried
 * @param rating scale of the rating column
 * @param charset of the file; without one, UTF-8 and GB18030 are told apart
 * @param delimiter of a CSV; without one, comma, semicolon, tab and bar are told apart
 */
public record Mapping(
        @Nullable String connector,
        Map<String, String> fields,
        Map<String, String> constants,
        @Nullable String datePattern,
        RatingScale rating,
        @Nullable String charset,
        @Nullable String delimiter) {
    /** The mappings that come with the program. */
    public static final List<String> NAMES =
            List.of("canonical", "dianping", "judgeme", "sent-corpus", "shopify", "social");

    private static final Set<String> TARGETS = Set.of(
            "channel",
            "externalId",
            "kind",
            "parent",
            "brand",
            "product",
            "productName",
            "store",
            "region",
            "rating",
            "text",
            "title",
            "language",
            "writtenAt",
            "likes",
            "url",
            "variant",
            "author.userId",
            "author.level",
            "author.ageBand",
            "author.gender",
            "author.purchases");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Mapping {
        fields = Map.copyOf(fields);
        constants = Map.copyOf(constants);
        for (String target : fields.keySet()) {
            if (!TARGETS.contains(target) && !target.startsWith("attributes.")) {
                throw new IllegalArgumentException("a review has no field '" + target + "'");
            }
        }
    }

    /**
     * Reads a mapping file.
     *
     * @throws IllegalArgumentException where it is none, saying why
     */
    public static Mapping parse(String yaml) {
        try {
            YamlForm form = YAML.readValue(yaml, YamlForm.class);
            if (form == null) throw new IllegalArgumentException("the mapping is empty");
            return form.mapping();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the mapping cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * A mapping that comes with the program, or that of the connector with this name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Mapping named(String name) {
        if (NAMES.contains(name)) return parse(resource(name));
        if (Connectors.of(name).isPresent()) return parse("connector: " + name);
        throw new IllegalArgumentException(
                "no mapping '" + name + "'; there are " + NAMES + " and the channels " + Connectors.channels());
    }

    /** The connector that reads this mapping's rows; give it {@link #constants} as the payload's defaults. */
    public Connector reader() {
        return connector == null
                ? new Mapped(this)
                : Connectors.of(connector)
                        .orElseThrow(() -> new IllegalArgumentException("no connector '" + connector + "'"));
    }

    private static String resource(String name) {
        try (InputStream in = Mapping.class.getResourceAsStream("mappings/" + name + ".yaml")) {
            if (in == null) throw new IllegalStateException("the mapping " + name + " is missing from the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's shape, in which everything may be left out. */
    private record YamlForm(
            @Nullable String connector,
            @Nullable Map<String, String> fields,
            @Nullable Map<String, String> constants,
            @Nullable String datePattern,
            @Nullable String rating,
            @Nullable String charset,
            @Nullable String delimiter) {
        Mapping mapping() {
            return new Mapping(
                    connector,
                    fields == null ? Map.of() : fields,
                    constants == null ? Map.of() : constants,
                    datePattern,
                    rating == null ? RatingScale.ONE_TO_FIVE : Labelled.of(RatingScale.class, rating),
                    charset,
                    delimiter);
        }
    }
}
