package huisheng.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From the command to the first answer, on a folder that holds data. */
final class StartBench {
    private static final int ROUNDS = 3;

    private StartBench() {}

    static Figure run(Path home, Path data) throws IOException {
        ServiceProcess.start(home, data).close();
        long[] service = new long[ROUNDS];
        long[] bare = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            bare[i] = bare();
            try (ServiceProcess started = ServiceProcess.start(home, data)) {
                service[i] = (long) (started.startSeconds() * 1e9);
            }
        }
        return Figure.of("warm start, until it answers ready", "the data just pushed", median(service), "s")
                .to(Figure.Goal.atMost(5))
                .against("the bare JVM printing its version", median(bare));
    }

    private static double median(long[] nanos) {
        return Samples.ofNanos(nanos).median() / 1e3;
    }

    private static long bare() throws IOException {
        List<String> command = new ArrayList<>(ServiceProcess.javaCommand());
        command.add("-version");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IOException("the JVM does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return System.nanoTime() - start;
    }
}
