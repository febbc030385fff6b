package huisheng.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The connections over which a client pushes bodies that were made beforehand. Blocks. */
final class Pushers implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final ServiceProcess service;

    Pushers(ServiceProcess service) {
        this.service = service;
    }

    /** As fast as they are taken. */
    void flood(List<byte[]> bodies) throws IOException {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> lanes = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            lanes.add(threads.submit(() -> {
                for (int n = next.getAndIncrement(); n < bodies.size(); n = next.getAndIncrement()) {
                    service.push(bodies.get(n));
                }
                return null;
            }));
        }
        for (Future<?> lane : lanes) await(lane);
    }

    /**
     * One after another at a fixed pace, however long the service takes.
     *
     * @return when each was due, by the machine's clock: what waits for a connection has its clock running
     */
    long[] pace(List<byte[]> bodies, long paceNanos) throws IOException {
        long[] due = new long[bodies.size()];
        List<Future<?>> pushes = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < due.length; i++) {
            due[i] = start + i * paceNanos;
            while (System.nanoTime() < due[i]) LockSupport.parkNanos(due[i] - System.nanoTime());
            byte[] body = bodies.get(i);
            pushes.add(threads.submit(() -> {
                service.push(body);
                return null;
            }));
        }
        for (Future<?> push : pushes) await(push);
        return due;
    }

    static void await(Future<?> future) throws IOException {
        try {
            Object unused = future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
