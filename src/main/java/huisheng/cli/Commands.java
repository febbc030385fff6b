package huisheng.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands and how to run them. */
public final class Commands {
    private Commands() {}

    /** @return the exit code */
    public static int run(Path home, Service.Starter starter, String... arguments) {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new ServeCommand(starter))
                .addSubcommand(new DemoCommand(home, starter))
                .addSubcommand(new ImportCommand())
                .addSubcommand(new KeysCommand())
                .addSubcommand(new UsersCommand())
                .addSubcommand(new AuditCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new AnalyzeCommand(home))
                .addSubcommand(new TrainCommand(home))
                .addSubcommand(new EvaluateCommand(home))
                .addSubcommand(new BenchCommand(home));
        // applies to the commands that are there already, so it comes last
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
            if (System.getenv("HUISHENG_DEBUG") != null) e.printStackTrace(command.getErr());
            return 1;
        });
        return line.execute(arguments);
    }

    @Command(
            name = "huisheng",
            description = {"Voice-of-customer engine for Chinese brands.", "消费者之声分析引擎。"},
            mixinStandardHelpOptions = true)
    private static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) spec.commandLine().usage(System.out);
        }
    }
}
