package huisheng.analysis.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.review.Polarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTest {
    private static final Path CORPORA = Path.of("corpora");

    @TempDir
    Path folder;

    @BeforeEach
    void copyLexicons() throws IOException {
        Files.createDirectories(folder.resolve("packs"));
        Path lexicons = Files.createDirectories(folder.resolve("lexicons"));
        for (String file : List.of(
                "opinions.tsv",
                "emoji.tsv",
                "operators.tsv",
                "patterns.tsv",
                "parts.tsv",
                "risks.tsv",
                "plights.tsv")) {
            Path copy = Files.copy(CORPORA.resolve("lexicons").resolve(file), lexicons.resolve(file));
            assertThat(copy).exists();
        }
    }

    @Test
    void ids_listsTheShippedPacks() {
        assertThat(Packs.ids(CORPORA))
                .containsExactly(
                        "apparel", "baijiu", "car", "catering", "cosmetics", "electronics", "food", "general", "hotel");
    }

    @Test
    void load_readsEveryShippedPack() {
        for (String id : Packs.ids(CORPORA)) {
            Pack pack = Packs.load(CORPORA, id);
            assertThat(pack.words()).as(id).hasSizeGreaterThan(300);
            assertThat(pack.targets().values())
                    .as(id)
                    .allSatisfy(t -> assertThat(pack.aspects()).containsKey(t.aspect()));
        }
    }

    @Test
    void load_usesTheCategoryNamesOfTheCorpora() {
        assertThat(names("cosmetics"))
                .isEqualTo(Set.of("整体", "使用体验", "功效", "价格", "物流", "气味", "包装", "其他", "真伪", "服务", "尺寸", "成分", "新鲜度"));
        assertThat(names("electronics"))
                .isEqualTo(Set.of("硬件&性能", "整体", "外观", "价格", "使用场景", "服务", "物流", "包装", "软件&性能", "真伪", "其他"));
        assertThat(names("car")).isEqualTo(Set.of("动力", "价格", "油耗", "操控", "舒适性", "配置", "安全性", "内饰", "外观", "空间"));
        assertThat(names("food")).hasSize(24).contains("食品饮料-功效", "通用-买家态度", "通用-退换货");
    }

    @Test
    void load_letsAChildOverrideItsParent() {
        assertThat(Packs.load(CORPORA, "general").cues().get("上头"))
                .extracting(Cue::aspect)
                .isEqualTo("quality");
        assertThat(Packs.load(CORPORA, "baijiu").cues().get("上头"))
                .extracting(Cue::aspect)
                .isEqualTo("headache");
    }

    @Test
    void load_keepsTheVersion_untilAFileChanges() throws IOException {
        write("a", "id: a\naspects: [{id: taste, name: 味道, group: 产品, positive: [好吃]}]");
        String before = Packs.load(folder, "a").version();
        assertThat(Packs.load(folder, "a").version()).isEqualTo(before).hasSize(64);
        write("a", "id: a\naspects: [{id: taste, name: 味道, group: 产品, positive: [好喝]}]");
        assertThat(Packs.load(folder, "a").version()).isNotEqualTo(before);
        assertThat(Packs.load(folder, "a").cues().get("好喝"))
                .extracting(Cue::polarity)
                .isEqualTo(Polarity.POSITIVE);
    }

    @Test
    void load_namesFileItemAndReason_whenSomethingIsWrong() throws IOException {
        refuse("id: b", "a.yaml", "id", "must be a");
        refuse("id: a\ndefault: x", "a.yaml", "default", "unknown aspect x");
        refuse("id: a\naspects: [{id: Taste}]", "a.yaml", "aspect Taste", "letters");
        refuse("id: a\naspects: [{id: taste}]", "a.yaml", "aspect taste", "name and a group");
        refuse("id: a\ncolour: red", "a.yaml", "line 2", "colour");
        refuse("id: a\nextends: a", "a.yaml", "extends", "circle");
        refuse("id: a\nextends: zz", "zz.yaml", "file", "does not exist");
        String two = "id: a\naspects:\n- {id: x, name: 甲, group: 组, %s: [好吃]}\n- {id: y, name: 乙, group: 组, %s: [好吃]}";
        refuse(two.formatted("synonyms", "weak"), "a.yaml", "aspect y", "duplicate synonym 好吃");
        refuse(two.formatted("positive", "negative"), "a.yaml", "aspect y", "duplicate opinion word 好吃");
        refuse("id: a\naspects: [{id: x, name: 甲, group: 组, takes: [q]}]", "a.yaml", "aspect x", "unknown aspect q");
        refuse(
                "id: a\naspects: [{id: x, name: 甲, group: 组, judged: {positive: [高], negative: [高]}}]",
                "a.yaml",
                "aspect x",
                "both ways");
    }

    @Test
    void load_namesTheLine_whenALexiconIsWrong() throws IOException {
        write("a", "id: a");
        Path file = Files.writeString(folder.resolve("lexicons/operators.tsv"), "# kinds\nnegater\t1\t不");
        assertThatThrownBy(() -> Packs.load(folder, "a"))
                .isInstanceOf(PackException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining("line 2")
                .hasMessageContaining("negater");
    }

    @Test
    void load_namesThePart_whenAPatternHasOneThatIsNot() throws IOException {
        write("a", "id: a");
        String pattern = "missing\tpositive\t0.6\t-\tword\t没\t没有{fault}{1,2}";
        Path file = Files.writeString(folder.resolve("lexicons/patterns.tsv"), pattern);
        assertThatThrownBy(() -> Packs.load(folder, "a"))
                .isInstanceOf(PackException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining("line 1")
                .hasMessageContaining("unknown part fault");
        Path parts = Files.writeString(folder.resolve("lexicons/parts.tsv"), "fault\t(?:[渣刺])");
        assertThat(parts).exists();
        assertThat(Packs.load(folder, "a")
                        .lexicon()
                        .patterns()
                        .getFirst()
                        .expression()
                        .pattern())
                .isEqualTo("没有(?:[渣刺]){1,2}");
    }

    @Test
    void load_staysInItsFolder() {
        assertThatThrownBy(() -> Packs.load(folder, "../secret")).isInstanceOf(PackException.class);
    }

    private void refuse(String yaml, String file, String item, String reason) throws IOException {
        write("a", yaml);
        assertThatThrownBy(() -> Packs.load(folder, "a"))
                .isInstanceOf(PackException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(item)
                .hasMessageContaining(reason);
    }

    private void write(String id, String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("packs").resolve(id + ".yaml"), yaml);
        assertThat(file).exists();
    }

    private static Set<String> names(String id) {
        return Packs.load(CORPORA, id).aspects().values().stream()
                .map(Aspect::name)
                .collect(Collectors.toSet());
    }
}
