package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Promise 1, tried by ending PostgreSQL under load: by a kill of its postmaster, and in its own good order. */
class DatabaseRestartIT {
    @Test
    void push_databaseEndsAgainAndAgain_losesNothingAndGoesOn() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("DatabaseRestartIT -Dseed=" + seed);
        Random random = new Random(seed);
        Path data = LocalService.folder("database-restart");
        try (LocalService service = LocalService.start(data, null)) {
            List<Pushing> clients = List.of(new Pushing(service, "a"), new Pushing(service, "b"));
            List<CompletableFuture<Void>> running =
                    clients.stream().map(CompletableFuture::runAsync).toList();
            for (String signal : List.of("-KILL", "-INT", "-KILL")) {
                waitForBatches(clients, 3 + random.nextInt(10));
                long dead = postmaster(data);
                end(dead, signal);
                waitForBatches(clients, 3);
                assertThat(postmaster(data)).isNotEqualTo(dead);
            }
            clients.forEach(Pushing::stop);
            running.forEach(CompletableFuture::join);
            assertThat(clients).allSatisfy(client -> assertThat(client.refusals).hasPositiveValue());
            service.settle();
            Set<String> acknowledged = new HashSet<>();
            clients.forEach(client -> acknowledged.addAll(client.acknowledged()));
            assertThat(service.everySearchable()).isEqualTo(acknowledged);
        }
    }

    private static void waitForBatches(List<Pushing> clients, int more) throws InterruptedException {
        long deadline = System.nanoTime() + 120_000_000_000L;
        for (Pushing client : clients) {
            int until = client.batches.get() + more;
            while (client.batches.get() < until) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(10);
            }
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void end(long pid, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(pid))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
