package huisheng.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wall time, and the processor time of chosen processes, from one moment to another. */
final class Meter {
    private static final Path MACHINE = Path.of("/proc/stat");
    /** Of the kernel's accounts, fixed on Linux. */
    private static final double TICKS = 100;

    private final List<ProcessHandle> processes;
    private final boolean self;
    private final long wall = System.nanoTime();
    private final double own;
    private final @Nullable Double machine;

    /**
     * @param seconds of wall time
     * @param cpuSeconds of the measured processes
     * @param otherCores how many cores all other processes kept busy; null where the machine does not tell
     */
    record Reading(
            double seconds, double cpuSeconds, @Nullable Double otherCores) {}

    private Meter(List<ProcessHandle> processes, boolean self) {
        this.processes = List.copyOf(processes);
        this.self = self;
        this.own = cpuSeconds();
        this.machine = machineSeconds();
    }

    /** Of this process and the given ones. */
    static Meter start(List<ProcessHandle> others) {
        return new Meter(others, true);
    }

    /** Of the given processes alone. */
    static Meter of(List<ProcessHandle> processes) {
        return new Meter(processes, false);
    }

    Reading read() {
        double seconds = (System.nanoTime() - wall) / 1e9;
        double cpu = cpuSeconds() - own;
        Double now = machineSeconds();
        Double others = now == null || machine == null ? null : Math.max(0, (now - machine - cpu) / seconds);
        return new Reading(seconds, cpu, others);
    }

    private double cpuSeconds() {
        double sum = 0;
        if (self
                && ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system) {
            sum = system.getProcessCpuTime() / 1e9;
        }
        for (ProcessHandle process : processes) {
            sum += process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
        }
        return sum;
    }

    /** Everything that is neither idle nor waiting for a disk, over all cores, in seconds. */
    private static @Nullable Double machineSeconds() {
        try {
            if (!Files.exists(MACHINE)) return null;
            String[] ticks = Files.readAllLines(MACHINE).getFirst().trim().split(" +", -1);
            double busy = 0;
            for (int i = 1; i < Math.min(ticks.length, 9); i++) {
                if (i != 4 && i != 5) busy += Double.parseDouble(ticks[i]);
            }
            return busy / TICKS;
        } catch (IOException | NumberFormatException e) {
            return null;
        }
    }
}
