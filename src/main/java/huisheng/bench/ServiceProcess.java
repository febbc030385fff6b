package huisheng.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service in a process of its own, started as the launcher would with the options of this JVM. Blocks. */
final class ServiceProcess implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("(hs_[A-Za-z0-9_-]+)");
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path data;
    private final Process process;
    private final int port;
    private final String key;
    private final double startSeconds;

    private ServiceProcess(Path home, Path data) throws IOException {
        this.data = data;
        Files.createDirectories(data);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        long start = System.nanoTime();
        process = launch(home);
        try {
            awaitReady();
            startSeconds = (System.nanoTime() - start) / 1e9;
            key = key();
        } catch (IOException | RuntimeException e) {
            var unused = process.destroyForcibly();
            throw e;
        }
    }

    /** Returns once the service says that it is ready. */
    static ServiceProcess start(Path home, Path data) throws IOException {
        return new ServiceProcess(home, data);
    }

    private Process launch(Path home) throws IOException {
        List<String> command = new ArrayList<>(javaCommand());
        command.addAll(classArchive());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "huisheng.Huisheng", "serve"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("HUISHENG_HOME", home.toAbsolutePath().toString());
        builder.environment().put("HUISHENG_DATA", data.toAbsolutePath().toString());
        builder.environment().put("HUISHENG_PORT", Integer.toString(port));
        builder.environment().put("HUISHENG_HOST", "127.0.0.1");
        builder.environment().put("HUISHENG_PACK", "baijiu");
        // what is told goes to a server of this machine
        builder.environment().put("HUISHENG_ALLOW_PRIVATE_TARGETS", "true");
        return builder.start();
    }

    /** As the launcher has it; the JVM keeps no classes of a folder. */
    private List<String> classArchive() {
        String classes = System.getProperty("java.class.path");
        if (Stream.of(classes.split(File.pathSeparator, -1)).map(Path::of).anyMatch(Files::isDirectory))
            return List.of();
        Path archive = data.resolve("huisheng.jsa");
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off");
    }

    static List<String> javaCommand() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        return command;
    }

    private Path log() {
        return data.resolve("service.log");
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the service did not start:\n" + Files.readString(log()));
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private boolean ready() {
        try {
            return send(HttpRequest.newBuilder(uri("/health/ready"))).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Printed at the first start on a folder only, so the log of all starts is looked through. */
    private String key() throws IOException {
        Matcher found = KEY.matcher(Files.readString(log()));
        if (!found.find()) throw new IOException("no key was printed:\n" + Files.readString(log()));
        return found.group(1);
    }

    double startSeconds() {
        return startSeconds;
    }

    /** The service and its database, to account their processor time. */
    List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> all = new ArrayList<>(database());
        all.add(process.toHandle());
        return all;
    }

    /** The database's processes that are there now; its connections stay open, so most of its work is in them. */
    List<ProcessHandle> database() throws IOException {
        return database(data);
    }

    /** The same of a PostgreSQL in a folder. */
    static List<ProcessHandle> database(Path data) throws IOException {
        List<ProcessHandle> all = new ArrayList<>();
        Path postmaster = data.resolve("postgres/postgres/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(postmaster).getFirst().trim());
        ProcessHandle.of(pid).ifPresent(server -> {
            all.add(server);
            server.descendants().forEach(all::add);
        });
        return all;
    }

    /** Returns once the reviews are durable. */
    void push(byte[] reviews) throws IOException {
        HttpResponse<String> answer = send(authorised("/api/v1/reviews")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(reviews)));
        if (answer.statusCode() != 202) throw new IOException(answer.statusCode() + " " + answer.body());
    }

    /** Makes or replaces something. */
    void put(String path, String json) throws IOException {
        HttpResponse<String> answer = send(authorised(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
        if (answer.statusCode() / 100 != 2) throw new IOException(answer.statusCode() + " " + answer.body());
    }

    /** The body of a successful answer. */
    String get(String path) throws IOException {
        HttpResponse<String> answer = send(authorised(path));
        if (answer.statusCode() != 200) throw new IOException(answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    /** The sum of what {@code /metrics} tells in the lines that start so. */
    static double metric(String metrics, String start) {
        return metrics.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest.Builder authorised(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() throws IOException {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                var unused = process.destroyForcibly();
                throw new IOException("the service did not stop within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
