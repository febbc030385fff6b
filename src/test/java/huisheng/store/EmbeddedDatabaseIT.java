package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.review.Scope;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseIT {
    private static final Path DATA = Path.of("target", "embedded", "own");
    private final Vertx vertx = Vertx.vertx();

    @BeforeEach
    void wipe() throws IOException {
        if (!Files.exists(DATA)) return;
        try (var files = Files.walk(DATA)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @AfterEach
    void closeVertx() {
        await(vertx.close());
    }

    @Test
    void open_afterKilledProcess_stopsTheOrphanAndKeepsTheData() throws Exception {
        long orphan = crash();
        Path pidFile = DATA.resolve("postgres/postmaster.pid");
        assertThat(pidFile).exists();
        assertThat(Files.readString(pidFile)).startsWith(Long.toString(orphan));

        Database database = await(Database.open(vertx, DatabaseSettings.embedded(DATA)));
        try {
            assertThat(Files.readString(pidFile)).doesNotStartWith(orphan + "\n");
            assertThat(await(new ReviewReader(database).find(Scope.ALL, 1))
                            .orElseThrow()
                            .stored()
                            .review()
                            .text())
                    .isEqualTo("写在断电前");
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "listen_addresses")).isEqualTo("localhost");
            assertThat(setting(database, "server_encoding")).isEqualTo("UTF8");
        } finally {
            await(database.close());
        }
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void start_folderInUse_saysSo() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(DATA, Path.of("target/embedded/binaries"), 0)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedDatabase.start(DATA, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another Huisheng");
            String wrong = first.url("postgres").replaceAll(":[0-9a-f]+@", ":wrong@");
            assertThatThrownBy(() -> await(Database.open(vertx, DatabaseSettings.at(wrong))))
                    .hasMessageNotContaining("wrong@");
        }
    }

    @Test
    void start_stalePidFile_isRemoved() throws Exception {
        Path binaries = Path.of("target/embedded/binaries");
        EmbeddedDatabase.start(DATA, binaries, 0).close();
        long self = ProcessHandle.current().pid();
        Files.writeString(DATA.resolve("postgres/postmaster.pid"), self + "\n" + DATA.resolve("postgres") + "\n");
        try (EmbeddedDatabase again = EmbeddedDatabase.start(DATA, binaries, 0)) {
            assertThat(again.port()).isPositive();
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    /** A process of its own that saves a review and is killed; answers the server it leaves behind. */
    private static long crash() throws Exception {
        Path report = DATA.resolveSibling("own-report");
        Files.createDirectories(DATA);
        Files.deleteIfExists(report);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crashing.class.getName(),
                        DATA.toString(),
                        report.toString())
                .redirectErrorStream(true)
                .redirectOutput(DATA.resolveSibling("own-child.log").toFile())
                .start();
        assertThat(child.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).isEqualTo(128 + 9);
        return Long.parseLong(Files.readString(report));
    }

    private static String setting(Database database, String name) {
        Row row = await(database.pool().query("SHOW " + name).execute())
                .iterator()
                .next();
        return row.getString(0);
    }

    /** Saves one review, reports the server's process and kills its own. */
    static final class Crashing {
        private Crashing() {}

        public static void main(String[] args) throws Exception {
            Path data = Path.of(args[0]);
            Database database = await(Database.open(Vertx.vertx(), DatabaseSettings.embedded(data)));
            List<Saved> saved = await(new ReviewTable(database).save(List.of(Reviews.of("crash", "写在断电前"))));
            if (saved.get(0).status() != Status.ACCEPTED) throw new IllegalStateException("not saved");
            String pid =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
            Files.writeString(Path.of(args[1]), pid.strip());
            Process kill = new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
            throw new IllegalStateException("still alive after " + kill.waitFor());
        }
    }
}
