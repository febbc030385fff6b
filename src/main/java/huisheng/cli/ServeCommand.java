package huisheng.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service until it is told to stop. */
@Command(
        name = "serve",
        description = {"Runs the service.", "启动服务。"},
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final Service.Starter starter;

    @Option(names = "--pack", description = "aspect pack; default: the setting analysis.pack")
    private @Nullable String pack;

    ServeCommand(Service.Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        Service service = starter.start(pack == null ? "" : pack);
        announce(service);
        untilStopped(service);
        return 0;
    }

    static void announce(Service service) {
        System.out.println("Huisheng 回声: " + service.url());
        String key = service.firstKey();
        if (key != null) {
            System.out.println("API key (shown once, only its hash is kept / 仅显示一次): " + key);
        }
    }

    /** Never returns: a signal ends the service in good order, and then the process with 0. */
    static void untilStopped(Service service) throws InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.close();
                            // a JVM that a signal ends would answer 128 and the signal, which supervisors take for a
                            // crash
                            Runtime.getRuntime().halt(0);
                        },
                        "shutdown"));
        new CountDownLatch(1).await();
    }
}
