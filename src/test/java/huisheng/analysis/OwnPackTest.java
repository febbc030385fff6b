package huisheng.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Analysis;
import huisheng.review.Opinion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company writes its own pack and trains nothing. */
class OwnPackTest {
    private static final String PACK = """
            id: petfood
            name: 宠物用品
            extends: general
            aspects:
              - {id: palatability, name: 适口性, group: 产品质量, synonyms: [猫粮, 狗粮, 冻干], positive: [抢着吃, 光盘], negative: [闻都不闻, 挑食]}
              - {id: litter, name: 猫砂表现, group: 产品质量, synonyms: [猫砂], positive: [结团快], negative: [粉尘大]}
            products: [猫粮, 狗粮, 猫砂]
            competitors:
              - {name: 喵能, aliases: [喵能猫粮]}
            """;

    @TempDir
    Path home;

    @Test
    void load_packWithoutModel_findsItsAspects() throws IOException {
        copy(Path.of("models"), home.resolve("models"));
        copy(Path.of("corpora", "lexicons"), home.resolve("corpora/lexicons"));
        copy(Path.of("corpora", "packs"), home.resolve("corpora/packs"));
        Path written = Files.writeString(home.resolve("corpora/packs/petfood.yaml"), PACK);
        assertThat(written).exists();
        Pipeline own = PipelineFactory.load(home, "petfood");
        assertThat(aspects(own, "猫砂结团快")).contains("猫砂表现");
        assertThat(aspects(own, "猫砂粉尘大")).contains("猫砂表现");
        assertThat(aspects(own, "猫咪闻都不闻")).contains("适口性");
        assertThat(aspects(own, "物流很快")).containsExactly("物流");
        assertThat(aspects(own, "昨天下午三点收到的快递")).isEmpty();
        assertThat(own.version())
                .isNotEqualTo(PipelineFactory.load(home, "general").version());
    }

    @Test
    void load_packWithCompetitors_findsThemInFull() throws IOException {
        copy(Path.of("models"), home.resolve("models"));
        copy(Path.of("corpora", "lexicons"), home.resolve("corpora/lexicons"));
        copy(Path.of("corpora", "packs"), home.resolve("corpora/packs"));
        Path written = Files.writeString(home.resolve("corpora/packs/petfood.yaml"), PACK);
        assertThat(written).exists();
        Pipeline own = PipelineFactory.load(home, "petfood");
        assertThat(competitors(own, "比喵能猫粮好吃多了")).containsExactly("喵能猫粮 WIN");
        assertThat(competitors(own, "没有喵能好吃")).containsExactly("喵能 LOSE");
        assertThat(competitors(own, "下次转投喵能了")).containsExactly("喵能 LOSE");
        assertThat(competitors(own, "挑食，已经换成喵能猫粮")).containsExactly("喵能猫粮 LOSE");
        assertThat(competitors(own, "换成喵能的朋友家猫咪也挑食")).isEmpty();
        assertThat(competitors(own, "从喵能换成这个，抢着吃")).containsExactly("喵能 WIN");
        assertThat(competitors(own, "猫咪抢着吃，喜欢")).isEmpty();
        assertThat(competitors(own, "店里没有喵能卖")).isEmpty();
        assertThat(competitors(own, "请问这个比喵能好吃吗？")).isEmpty();
    }

    private static List<String> competitors(Pipeline pipeline, String text) {
        Analysis analysis = pipeline.analyse(AnalysisRequest.of(text));
        AnalysisChecks.spansLieOnText(analysis, text);
        return analysis.comparisons().stream()
                .map(c -> c.competitor() + " " + c.outcome())
                .toList();
    }

    private static List<String> aspects(Pipeline pipeline, String text) {
        Analysis analysis = pipeline.analyse(AnalysisRequest.of(text));
        AnalysisChecks.spansLieOnText(analysis, text);
        return analysis.opinions().stream().map(Opinion::aspectName).toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        Path folder = Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = Files.copy(file, folder.resolve(file.getFileName().toString()));
                assertThat(copied).exists();
            }
        }
    }
}
