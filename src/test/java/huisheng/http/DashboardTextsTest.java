package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page says everything in both languages. */
class DashboardTextsTest {
    private static final Path DASHBOARD = Path.of("src/main/resources/dashboard");
    private static final Pattern NAME = Pattern.compile("(?<=[\\s{])'([a-z][^']*)': '");
    private static final Pattern USED = Pattern.compile("\\bt\\('([^']+)'");

    @Test
    void texts_inBothLanguages_haveTheSameNames() throws IOException {
        assertThat(names("en")).isEqualTo(names("zh")).isNotEmpty();
    }

    @Test
    void texts_thatThePageAsksFor_exist() throws IOException {
        assertThat(names("zh")).containsAll(used());
    }

    @Test
    void aspects_ofEveryPack_haveAName() throws IOException {
        assertThat(aspects()).isNotEmpty();
        assertThat(names("en")).containsAll(aspects());
    }

    private static Set<String> names(String language) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files(DASHBOARD.resolve("texts"), ".js")) {
            if (file.getFileName().toString().startsWith(language)) names.addAll(found(NAME, Files.readString(file)));
        }
        return names;
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : files(DASHBOARD, ".js")) used.addAll(found(USED, Files.readString(file)));
        return used;
    }

    private static Set<String> aspects() throws IOException {
        Set<String> aspects = new TreeSet<>();
        for (Path pack : files(Path.of("corpora/packs"), ".yaml")) {
            new YAMLMapper()
                    .readTree(pack.toFile())
                    .path("aspects")
                    .forEach(aspect -> aspects.add("aspect:" + aspect.path("id").asText()));
        }
        return aspects;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
