package huisheng.analysis.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pack as written in YAML; {@code corpora/packs/general.yaml} explains the fields. */
record PackFile(
        @Nullable String id,
        @Nullable String name,
        @JsonProperty("extends") @Nullable String parent,
        boolean closed,
        @JsonProperty("default") @Nullable String fallback,
        List<Item> aspects,
        List<String> products,
        List<Competitor> competitors,
        List<String> stopwords,
        @Nullable Thresholds thresholds) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    PackFile {
        aspects = orEmpty(aspects);
        products = orEmpty(products);
        competitors = orEmpty(competitors);
        stopwords = orEmpty(stopwords);
    }

    record Signs(List<String> positive, List<String> negative) {
        static final Signs NONE = new Signs(List.of(), List.of());

        Signs {
            positive = orEmpty(positive);
            negative = orEmpty(negative);
        }
    }

    record Item(
            @Nullable String id,
            @Nullable String name,
            @Nullable String group,
            @Nullable Boolean firm,
            List<String> takes,
            List<String> synonyms,
            List<String> weak,
            List<String> positive,
            List<String> negative,
            Signs facts,
            Signs judged) {
        Item {
            takes = orEmpty(takes);
            synonyms = orEmpty(synonyms);
            weak = orEmpty(weak);
            positive = orEmpty(positive);
            negative = orEmpty(negative);
            facts = facts == null ? Signs.NONE : facts;
            judged = judged == null ? Signs.NONE : judged;
        }
    }

    static PackFile read(Path file, byte[] bytes) {
        try {
            PackFile read = YAML.readValue(new String(bytes, StandardCharsets.UTF_8), PackFile.class);
            if (read == null) {
                throw new PackException(file, "pack", "文件是空的", "the file is empty");
            }
            return read;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String item = at == null ? "yaml" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            String chinese = e instanceof UnrecognizedPropertyException unknown
                    ? "不认识的字段 " + unknown.getPropertyName()
                    : "不是所要的 YAML 格式：" + e.getOriginalMessage();
            throw new PackException(file, item, chinese, e.getOriginalMessage());
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
