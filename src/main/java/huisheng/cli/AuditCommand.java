package huisheng.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The audit log of the running service. */
@Command(
        name = "audit",
        description = {"Verifies the audit log of the running service.", "检验审计日志。"},
        mixinStandardHelpOptions = true,
        subcommands = AuditCommand.Verify.class,
        synopsisSubcommandLabel = "verify")
final class AuditCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println("huisheng audit verify");
        return 2;
    }

    /** Ends with 0 where the log is as it was written, with 1 where it is not. */
    @Command(
            name = "verify",
            description = {
                "Walks the whole log and names the first entry that is not as it was written.",
                "逐条检验，指出第一处被改动的记录。"
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Mixin
        private ApiClient api = new ApiClient();

        @Option(
                names = "--known",
                paramLabel = "ID:HASH",
                description =
                        "as it was printed the last time: then a database set back to an older state is seen, too")
        private @Nullable String known;

        @Override
        public Integer call() throws IOException, InterruptedException {
            JsonNode verdict = api.get("/api/v1/audit/verify" + parameters());
            if (verdict.path("intact").asBoolean()) {
                JsonNode sound = verdict.path("sound");
                System.out.println("intact " + sound.path("id").asLong() + ":"
                        + sound.path("hash").asText());
                return 0;
            }
            System.out.println("broken at entry " + verdict.path("broken").asLong() + ": "
                    + verdict.path("reason").asText());
            return 1;
        }

        private String parameters() throws IOException {
            if (known == null || known.equals("0:")) return "";
            String[] parts = known.split(":", 2);
            if (parts.length < 2) throw new IOException("--known ID:HASH");
            return "?id=" + parts[0] + "&hash=" + parts[1];
        }
    }
}
