package huisheng;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import huisheng.access.token.TokenSettings;
import huisheng.alert.delivery.MailServer;
import huisheng.insight.report.Every;
import huisheng.review.Labelled;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code huisheng.yaml} says, after the environment was filled in. */
public record Settings(
        Path home,
        Path data,
        Http http,
        Access access,
        Store store,
        Index index,
        Reporting report,
        Analysis analysis,
        Delivery delivery,
        Mail mail) {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):([^}]*)}");

    /** Where the API listens. */
    public record Http(String host, int port) {}

    /** Who may come in, and how often. */
    public record Access(
            boolean behindProxy,
            int callsPerSecond,
            int pushesPerSecond,
            int strangersPerSecond,
            int idleMinutes,
            int sessionHours,
            Oidc oidc) {
        public Access {
            if (Math.min(Math.min(callsPerSecond, pushesPerSecond), strangersPerSecond) < 1)
                throw new IllegalArgumentException("rates start at 1");
            if (idleMinutes < 1 || sessionHours < 1) throw new IllegalArgumentException("sessions last a while");
        }
    }

    /** An OpenID provider; see {@link TokenSettings}. */
    public record Oidc(String issuer, String audience, String keys, String roleClaim, String scopeClaim) {
        public Oidc {
            if (!issuer.isBlank() && !keys.matches("https?://.+")) {
                throw new IllegalArgumentException("an issuer needs the URL of its keys");
            }
        }

        public Optional<TokenSettings> tokens() {
            return issuer.isBlank()
                    ? Optional.empty()
                    : Optional.of(new TokenSettings(issuer, audience, URI.create(keys), roleClaim, scopeClaim));
        }
    }

    /** The database: its URL carries a password, so {@code toString} leaves it out. */
    public record Store(@Nullable String url, int port, int poolSize) {
        public Store {
            url = url == null || url.isBlank() ? null : url;
        }

        @Override
        public String toString() {
            return "Store[" + (url == null ? "embedded" : "external") + ", poolSize=" + poolSize + "]";
        }
    }

    /** The search index. */
    public record Index(int ramBufferMb, int commitSeconds) {}

    /**
     * The digests that are written without being asked for.
     *
     * @param every a label of {@link Every}, or {@code never}
     */
    public record Reporting(String every) {
        public Reporting {
            // a wrong label is told at the start, not when the first report is due
            Optional<Every> due = due(every);
            every = due.map(Labelled::label).orElse("never");
        }

        public Optional<Every> due() {
            return due(every);
        }

        private static Optional<Every> due(String every) {
            return every.equals("never") ? Optional.empty() : Optional.of(Labelled.of(Every.class, every));
        }
    }

    /** The pipeline and its queue. */
    public record Analysis(String pack, int threads, int batch, int maxBacklog) {
        public Analysis {
            threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        }
    }

    /**
     * How targets outside are told.
     *
     * @param allowedHosts names with commas between
     * @param timeoutSeconds of one call
     */
    public record Delivery(boolean allowPrivate, String allowedHosts, String publicUrl, int timeoutSeconds) {
        public Delivery {
            if (timeoutSeconds < 1) throw new IllegalArgumentException("a call takes a second at least");
        }

        List<String> hosts() {
            return Arrays.stream(allowedHosts.split(","))
                    .map(String::strip)
                    .filter(host -> !host.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /**
     * Where people reach this service, for links in notices: as it is set, else where it listens, which at a loopback
     * address only browsers of this machine do. Empty where that is known to nobody, as a free port is.
     */
    String publicUrl() {
        if (!delivery.publicUrl().isBlank()) return delivery.publicUrl();
        if (http.port() == 0 || http.host().equals("0.0.0.0")) return "";
        String host = http.host().equals("127.0.0.1") ? "localhost" : http.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.port();
    }

    /**
     * The mail server: it may have a password, so {@code toString} leaves that out.
     *
     * @param security a label of {@link MailServer.Security}
     */
    public record Mail(String host, int port, String security, String user, String password, String from) {
        public Mail {
            security = Labelled.of(MailServer.Security.class, security).label();
        }

        MailServer server() {
            return new MailServer(host, port, Labelled.of(MailServer.Security.class, security), user, password, from);
        }

        @Override
        public String toString() {
            return "Mail[" + server() + "]";
        }
    }

    /** Reads the shipped file, then the one named by {@code HUISHENG_CONFIG} over it. */
    public static Settings load(Map<String, String> environment) throws IOException {
        ObjectNode tree;
        try (InputStream in =
                Objects.requireNonNull(Settings.class.getResourceAsStream("/huisheng.yaml"), "huisheng.yaml")) {
            tree = (ObjectNode) YAML.readTree(in);
        }
        String file = environment.get("HUISHENG_CONFIG");
        if (file != null) {
            JsonNode over = YAML.readTree(Files.readString(Path.of(file)));
            YAML.readerForUpdating(tree).readValue(over);
        }
        JsonNode filled = fill(tree, text -> substitute(text, environment));
        try {
            return YAML.treeToValue(filled, Settings.class);
        } catch (com.fasterxml.jackson.databind.JsonMappingException e) {
            String key = e.getPath().stream()
                    .map(com.fasterxml.jackson.databind.JsonMappingException.Reference::getFieldName)
                    .collect(java.util.stream.Collectors.joining("."));
            // The value itself may be a secret.
            throw new IOException(
                    "setting '" + key + "' cannot be read: " + e.getClass().getSimpleName(), null);
        }
    }

    private static JsonNode fill(JsonNode node, UnaryOperator<String> substitute) {
        if (node.isTextual()) return YAML.getNodeFactory().textNode(substitute.apply(node.textValue()));
        if (node instanceof ObjectNode object) {
            Iterator<String> names = object.deepCopy().fieldNames();
            while (names.hasNext()) {
                String name = names.next();
                object.set(name, fill(object.get(name), substitute));
            }
        }
        return node;
    }

    static String substitute(String text, Map<String, String> environment) {
        Matcher variable = VARIABLE.matcher(text);
        return variable.replaceAll(
                match -> Matcher.quoteReplacement(environment.getOrDefault(match.group(1), match.group(2))));
    }
}
