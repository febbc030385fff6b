package huisheng.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.review.Dimension;
import java.io.IOException;
import java.util.EnumMap;
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
        description = {"Makes, lists and revokes API keys of the running service.", "管理正在运行的服务的密钥。"},
        mixinStandardHelpOptions = true,
        subcommands = {KeysCommand.Make.class, KeysCommand.Show.class, KeysCommand.Revoke.class},
        synopsisSubcommandLabel = "(make | list | revoke)")
final class KeysCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println("huisheng keys make | list | revoke");
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

        @Option(names = "--brand", split = ",", description = "brands it sees")
        private @Nullable List<String> brands;

        @Option(names = "--product", split = ",", description = "products (SKU) it sees")
        private @Nullable List<String> products;

        @Option(names = "--channel", split = ",", description = "channels it sees")
        private @Nullable List<String> channels;

        @Option(names = "--store", split = ",", description = "stores it sees")
        private @Nullable List<String> stores;

        @Option(names = "--region", split = ",", description = "regions it sees")
        private @Nullable List<String> regions;

        @Override
        public Integer call() throws IOException, InterruptedException {
            JsonNode made =
                    api.post("/api/v1/keys", Json.write(Map.of("name", name, "rights", rights, "scope", scope())));
            System.out.println(made.path("key").asText());
            return 0;
        }

        private Map<Dimension, List<String>> scope() {
            Map<Dimension, List<String>> scope = new EnumMap<>(Dimension.class);
            if (brands != null) scope.put(Dimension.BRAND, brands);
            if (products != null) scope.put(Dimension.PRODUCT, products);
            if (channels != null) scope.put(Dimension.CHANNEL, channels);
            if (stores != null) scope.put(Dimension.STORE, stores);
            if (regions != null) scope.put(Dimension.REGION, regions);
            return scope;
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
