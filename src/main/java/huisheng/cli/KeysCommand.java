package huisheng.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** API keys of the running service. */
@Command(
        name = "keys",
        description = {"Makes, lists, rotates and revokes API keys of the running service.", "管理正在运行的服务的密钥。"},
        mixinStandardHelpOptions = true,
        subcommands = {
            KeysCommand.Make.class,
            KeysCommand.Show.class,
            KeysCommand.Rotate.class,
            KeysCommand.Revoke.class
        },
        synopsisSubcommandLabel = "(make | list | rotate | revoke)")
final class KeysCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println("huisheng keys make | list | rotate | revoke");
        return 2;
    }

    /** Prints the new key, this once. */
    @Command(
            name = "make",
            description = {"Makes a key; without a scope it sees everything.", "新建密钥；不限定范围则可见全部。"},
            mixinStandardHelpOptions = true)
    static final class Make implements Callable<Integer> {
        @Mixin
        private ApiClient api = new ApiClient();

        @Parameters(paramLabel = "NAME", description = "who or what will use it")
        private String name = "";

        @Option(
                names = "--right",
                split = ",",
                defaultValue = "read",
                description = "push, read, correct, handle, admin; default: ${DEFAULT-VALUE}")
        private List<String> rights = List.of();

        @Option(names = "--days", description = "after which it opens nothing; default: never")
        private @Nullable Integer days;

        @Mixin
        private ScopeOptions scope = new ScopeOptions();

        @Override
        public Integer call() throws IOException, InterruptedException {
            Map<String, Object> wanted = new LinkedHashMap<>();
            wanted.put("name", name);
            wanted.put("rights", rights);
            wanted.put("scope", scope.values());
            if (days != null) wanted.put("expiresAt", Instant.now().plus(Duration.ofDays(days)));
            System.out.println(
                    api.post("/api/v1/keys", Json.write(wanted)).path("key").asText());
            return 0;
        }
    }

    /** Prints the new secret, this once. */
    @Command(
            name = "rotate",
            description = {"Gives a key a new secret; the old one works on for a while.", "更换密钥，旧密钥在一段时间内仍可用。"},
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {
        @Mixin
        private ApiClient api = new ApiClient();

        @Parameters(paramLabel = "ID", description = "as the list shows it")
        private long id;

        @Option(
                names = "--overlap",
                defaultValue = "24",
                description = "hours for which the old secret works; default: ${DEFAULT-VALUE}")
        private int overlap;

        @Override
        public Integer call() throws IOException, InterruptedException {
            JsonNode rotated = api.post("/api/v1/keys/" + id + "/rotate?overlapHours=" + overlap, "{}");
            System.out.println(rotated.path("key").asText());
            return 0;
        }
    }

    /** One key a line. */
    @Command(
            name = "list",
            description = {"Lists the keys.", "列出密钥。"},
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        private ApiClient api = new ApiClient();

        @Override
        public Integer call() throws IOException, InterruptedException {
            for (JsonNode key : api.get("/api/v1/keys").path("keys")) {
                System.out.printf(
                        "%d\t%s\t%s\t%s\t%s%n",
                        key.path("id").asLong(),
                        key.path("name").asText(),
                        String.join(
                                ",",
                                StreamSupport.stream(key.path("rights").spliterator(), false)
                                        .map(JsonNode::asText)
                                        .toList()),
                        key.path("scope"),
                        key.has("revokedAt")
                                ? "revoked " + key.path("revokedAt").asText()
                                : "valid");
            }
            return 0;
        }
    }

    /** By the number that the list shows. */
    @Command(
            name = "revoke",
            description = {"Revokes a key.", "吊销密钥。"},
            mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private ApiClient api = new ApiClient();

        @Parameters(paramLabel = "ID", description = "as the list shows it")
        private long id;

        @Override
        public Integer call() throws IOException, InterruptedException {
            JsonNode revoked = api.delete("/api/v1/keys/" + id);
            System.out.println(revoked.path("id").asLong() + " revoked");
            return 0;
        }
    }
}
