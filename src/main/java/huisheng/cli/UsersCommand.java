package huisheng.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.io.Console;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People who may log in to the running service. */
@Command(
        name = "users",
        description = {"Adds, lists and removes people who may log in.", "管理可以登录的用户。"},
        mixinStandardHelpOptions = true,
        subcommands = {
            UsersCommand.Add.class,
            UsersCommand.Show.class,
            UsersCommand.Password.class,
            UsersCommand.Remove.class
        },
        synopsisSubcommandLabel = "(add | list | password | remove)")
final class UsersCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println("huisheng users add | list | password | remove");
        return 2;
    }

    /** Whether the password is asked for at the terminal; never in the command line, which others on the machine see. */
    @SuppressWarnings("SystemConsoleNull") // null before JDK 22
    private static @Nullable String ask(boolean wanted) throws IOException {
        if (!wanted) return null;
        Console console = System.console();
        if (console == null) throw new IOException("没有终端可供输入口令 / there is no terminal to ask for a password");
        char[] typed = console.readPassword("口令 / password: ");
        if (typed == null) throw new IOException("没有输入口令 / no password was given");
        return new String(typed);
    }

    private static void tell(JsonNode user) {
        System.out.printf(
                "%d\t%s\t%s\t%s\t%s%s%n",
                user.path("id").asLong(),
                user.path("login").asText(),
                user.path("name").asText(),
                user.path("role").asText(),
                user.path("scope"),
                user.has("disabledAt") ? "\tdisabled " + user.path("disabledAt").asText() : "");
        if (user.has("password")) {
            System.out.println(
                    "password (shown once / 仅显示一次): " + user.path("password").asText());
        }
    }

    /** Prints the password where it was made up, this once. */
    @Command(
            name = "add",
            description = {"Adds a person; a password is made up unless it is asked for.", "新增用户；不询问口令时自动生成。"},
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Mixin
        private ApiClient api = new ApiClient();

        @Mixin
        private ScopeOptions scope = new ScopeOptions();

        @Parameters(paramLabel = "LOGIN", description = "letters, digits and ._@-")
        private String login = "";

        @Option(names = "--role", required = true, description = "executive, department, post, administrator")
        private String role = "";

        @Option(names = "--name", description = "as others see it; default: the login")
        private @Nullable String name;

        @Option(names = "--team", description = "whose work the person does")
        private @Nullable String team;

        @Option(names = "--ask", description = "ask for the password at the terminal")
        private boolean ask;

        @Override
        public Integer call() throws IOException, InterruptedException {
            Map<String, Object> user = new LinkedHashMap<>();
            user.put("login", login);
            user.put("name", name == null ? login : name);
            user.put("role", role);
            user.put("scope", scope.values());
            if (team != null) user.put("team", team);
            String password = ask(ask);
            if (password != null) user.put("password", password);
            tell(api.post("/api/v1/users", Json.write(user)));
            return 0;
        }
    }

    /** One person a line. */
    @Command(
            name = "list",
            description = {"Lists the people.", "列出用户。"},
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        private ApiClient api = new ApiClient();

        @Override
        public Integer call() throws IOException, InterruptedException {
            JsonNode page = api.get("/api/v1/users?limit=500");
            page.path("users").forEach(UsersCommand::tell);
            while (page.has("cursor")) {
                page = api.get(
                        "/api/v1/users?limit=500&cursor=" + page.path("cursor").asText());
                page.path("users").forEach(UsersCommand::tell);
            }
            return 0;
        }
    }

    /** By the number that the list shows. */
    @Command(
            name = "password",
            description = {"Gives a person another password and ends all sessions.", "重设口令，并结束其全部会话。"},
            mixinStandardHelpOptions = true)
    static final class Password implements Callable<Integer> {
        @Mixin
        private ApiClient api = new ApiClient();

        @Parameters(paramLabel = "ID", description = "as the list shows it")
        private long id;

        @Option(names = "--ask", description = "ask for the password at the terminal; else one is made up")
        private boolean ask;

        @Override
        public Integer call() throws IOException, InterruptedException {
            String password = ask(ask);
            Map<String, String> next = password == null ? Map.of() : Map.of("next", password);
            tell(api.post("/api/v1/users/" + id + "/password", Json.write(next)));
            return 0;
        }
    }

    /** By the number that the list shows. */
    @Command(
            name = "remove",
            description = {"Removes a person.", "删除用户。"},
            mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {
        @Mixin
        private ApiClient api = new ApiClient();

        @Parameters(paramLabel = "ID", description = "as the list shows it")
        private long id;

        @Override
        public Integer call() throws IOException, InterruptedException {
            api.remove("/api/v1/users/" + id);
            System.out.println(id + " removed");
            return 0;
        }
    }
}
