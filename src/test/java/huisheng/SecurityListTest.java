package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The list of threats names tests: they have to be there. */
class SecurityListTest {
    private static final Path LIST = Path.of(".github", "SECURITY.md");
    private static final Pattern TEST = Pattern.compile("`(huisheng\\.[\\w.]+)`");

    private static List<String> rows() throws IOException {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.filter(line -> line.startsWith("| ") && !line.startsWith("| threat"))
                    .toList();
        }
    }

    /** The first cell. */
    private static String threat(String row) {
        return row.substring(1, row.indexOf('|', 1)).strip();
    }

    @Test
    void list_namesEachThreatThatWasPromised() throws IOException {
        assertThat(rows().stream().map(SecurityListTest::threat))
                .contains(
                        "broken access control",
                        "injection",
                        "SSRF",
                        "replayed signatures",
                        "brute force",
                        "oversized input",
                        "log leakage",
                        "tampered audit");
    }

    @TestFactory
    Stream<DynamicTest> threats_areEachCoveredByTestsThatExist() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(threat(row), () -> {
                    List<String> tests = TEST.matcher(row)
                            .results()
                            .map(result -> result.group(1))
                            .toList();
                    assertThat(tests).isNotEmpty();
                    for (String test : tests)
                        assertThat(Path.of("src/test/java", test.replace('.', '/') + ".java"))
                                .exists();
                }));
    }
}
