package huisheng.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.review.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneReviewIndexTest extends ReviewIndexContract {
    private static final UUID INSTALLATION = new UUID(1, 2);
    private static final Position SEVEN = new Position(3, 7);

    @TempDir
    Path folder;

    @Override
    ReviewIndex create() throws IOException {
        return LuceneReviewIndex.open(IndexSettings.in(folder.resolve("index")), INSTALLATION);
    }

    private void reopen(UUID installation) throws IOException {
        index.close();
        index = LuceneReviewIndex.open(IndexSettings.in(folder.resolve("index")), installation);
    }

    @Test
    void open_goesOnFromTheLastCommit() throws IOException {
        assertThat(index.committed()).isEqualTo(Position.START);
        put(Sample.review(1));
        index.commit(SEVEN);
        put(Sample.review(2));
        assertThat(index.committed()).isEqualTo(SEVEN);

        reopen(INSTALLATION);

        assertThat(index.committed()).isEqualTo(SEVEN);
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void open_ofAnotherInstallationStartsEmpty() throws IOException {
        put(Sample.review(1));
        index.commit(SEVEN);
        reopen(new UUID(1, 3));
        assertThat(index.committed()).isEqualTo(Position.START);
        assertThat(index.size()).isZero();
    }

    @Test
    void open_afterDeletionIsFilledAgain() throws IOException {
        put(Sample.review(1));
        index.commit(SEVEN);
        index.close();
        try (Stream<Path> files = Files.walk(folder.resolve("index"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        index = create();
        assertThat(index.committed()).isEqualTo(Position.START);
        put(Sample.review(1));
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void open_ofDamagedFilesStartsEmpty() throws IOException {
        for (String damaged : List.of("segments_", ".si", ".cfe", ".cfs")) {
            put(Sample.review(1));
            index.commit(SEVEN);
            index.close();
            try (Stream<Path> files = Files.list(folder.resolve("index"))) {
                Path file = files.filter(path -> path.getFileName().toString().contains(damaged))
                        .findFirst()
                        .orElseThrow();
                Files.write(file, new byte[100]);
            }
            index = create();
            assertThat(index.committed()).as(damaged).isEqualTo(Position.START);
            assertThat(index.size()).as(damaged).isZero();
        }
    }

    @Test
    void commit_failedDiskLeavesTheLastCommit_andRecovers() throws IOException {
        index.close();
        FailingDirectory disk = new FailingDirectory(folder.resolve("failing"));
        index = LuceneReviewIndex.open(disk, INSTALLATION, 16);
        put(Sample.review(1));
        index.commit(SEVEN);

        disk.failing = true;
        assertThatThrownBy(() -> {
                    put(Sample.review(2));
                    index.commit(new Position(4, 8));
                })
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> put(Sample.review(3)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("recover");
        assertThat(index.committed()).isEqualTo(SEVEN);
        assertThat(index.size()).isEqualTo(1);

        disk.failing = false;
        assertThat(index.recover()).isEqualTo(SEVEN);
        assertThat(index.size()).isEqualTo(1);
        put(Sample.review(2), Sample.review(3));
        index.commit(new Position(5, 9));
        assertThat(index.size()).isEqualTo(3);
        assertThat(index.committed()).isEqualTo(new Position(5, 9));
    }

    @Test
    void recover_whileTheDiskStillFailsCanBeTriedAgain() throws IOException {
        index.close();
        FailingDirectory disk = new FailingDirectory(folder.resolve("failing"));
        index = LuceneReviewIndex.open(disk, INSTALLATION, 16);
        put(Sample.review(1));
        index.commit(SEVEN);
        disk.failing = true;
        assertThatThrownBy(() -> put(Sample.review(2))).isInstanceOf(IOException.class);
        try {
            // opening reads only, so that this may well succeed on a full disk
            assertThat(index.recover()).isEqualTo(SEVEN);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("full");
        }
        disk.failing = false;
        assertThat(index.recover()).isEqualTo(SEVEN);
        put(Sample.review(2));
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void size_afterCloseFails() throws IOException {
        index.close();
        assertThatThrownBy(() -> index.size()).isInstanceOf(UncheckedIOException.class);
        index = create();
    }
}
