package huisheng.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorFileTest {
    private static final AuditVerdict.Place PLACE = new AuditVerdict.Place(7, "0a".repeat(32));

    @TempDir
    private Path folder;

    @Test
    void read_whatWasWritten_isThatPlace() throws IOException {
        AnchorFile file = new AnchorFile(folder);
        assertThat(file.read()).isEqualTo(AuditVerdict.Place.START);
        file.write(AuditVerdict.Place.START);
        assertThat(folder).isEmptyDirectory();
        file.write(PLACE);
        file.write(new AuditVerdict.Place(8, PLACE.hash()));
        assertThat(new AnchorFile(folder).read().id()).isEqualTo(8);
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("audit.anchor"));
    }

    /** Else whoever spoils it would have the log taken as new, or the service not start. */
    @ParameterizedTest
    @ValueSource(strings = {"", "7 nothing", "\u00ff\u00fe", "-1 00"})
    void read_spoiltFile_isAPlaceThatNoLogReaches(String content) throws IOException {
        Path spoilt = folder.resolve("audit.anchor");
        Files.writeString(spoilt, content, StandardCharsets.ISO_8859_1);
        AnchorFile file = new AnchorFile(folder);
        assertThat(file.read()).isEqualTo(AuditVerdict.Place.UNREADABLE);
        file.write(file.read());
        assertThat(Files.readString(spoilt, StandardCharsets.ISO_8859_1)).isEqualTo(content);
    }
}
