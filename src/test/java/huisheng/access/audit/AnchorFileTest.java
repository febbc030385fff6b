package huisheng.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** Else whoever spoils it would have the log taken as new. */
    @Test
    void read_spoiltFile_fails() throws IOException {
        Files.writeString(folder.resolve("audit.anchor"), "7 nothing");
        assertThatThrownBy(() -> new AnchorFile(folder).read()).isInstanceOf(IOException.class);
    }
}
