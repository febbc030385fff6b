package huisheng.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process that an earlier run may have left on a cluster: after a kill -9 of the JVM it lives on with its old
 * settings, and in a container whose first process reaps nobody it stays as a zombie, which PostgreSQL takes for alive.
 */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    private Postmaster() {}

    /** Makes the cluster free to start. The caller holds its lock, so whatever still runs on it is an orphan. */
    static void clear(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        long pid = pid(pidFile);
        if (runs(pid, cluster)) stop(pid, cluster);
        if (Files.deleteIfExists(pidFile)) LOG.info("removed a stale postmaster.pid (process {})", pid);
    }

    /** Whether a live server works on the cluster; false too where it has just ended in good order. */
    static boolean serves(Path cluster) throws IOException {
        try {
            return runs(pid(cluster.resolve("postmaster.pid")), cluster);
        } catch (NoSuchFileException ended) {
            return false;
        }
    }

    private static long pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static void stop(long pid, Path cluster) throws IOException {
        LOG.info("stopping the PostgreSQL server that an earlier run left behind (process {})", pid);
        // SIGINT is PostgreSQL's fast shutdown: connections are cut, everything committed is written.
        signal(pid, "-INT");
        if (ends(pid, cluster, FAST)) return;
        signal(pid, "-QUIT");
        if (ends(pid, cluster, IMMEDIATE)) return;
        throw new IOException("process " + pid + " serves " + cluster + " and does not stop; end it and start again");
    }

    private static void signal(long pid, String signal) throws IOException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid))
                .inheritIO()
                .start();
        try {
            if (kill.waitFor() != 0) LOG.warn("could not send {} to process {}", signal, pid);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping PostgreSQL", e);
        }
    }

    private static boolean ends(long pid, Path cluster, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (runs(pid, cluster)) {
            if (System.nanoTime() > deadline) return false;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    /** Whether this process is a live server of the cluster, and no zombie or newcomer with the same number. */
    private static boolean runs(long pid, Path cluster) {
        if (pid <= 0) return false;
        Path proc = Path.of("/proc", Long.toString(pid));
        if (!Files.exists(Path.of("/proc/self/stat"))) return runsElsewhere(pid);
        try {
            String stat = Files.readString(proc.resolve("stat"));
            int name = stat.lastIndexOf(')');
            char state = stat.charAt(name + 2);
            if (!stat.substring(0, name).endsWith("(postgres") || state == 'Z' || state == 'X') return false;
        } catch (IOException gone) {
            return false;
        }
        try {
            return proc.resolve("cwd").toRealPath().equals(cluster.toRealPath());
        } catch (IOException hidden) {
            // Another user's process: its folder cannot be read, its name says postgres.
            return true;
        }
    }

    private static boolean runsElsewhere(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }
}
