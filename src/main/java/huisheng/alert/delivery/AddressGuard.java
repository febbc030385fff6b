package huisheng.alert.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses may be called. Whoever may set a target must not reach through this service what lies in its own
 * network: a name is looked up once, each of its addresses is judged, and the call goes to the address that was judged,
 * so that a name cannot mean another one the moment after. Safe from any thread.
 */
public final class AddressGuard {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Look-ups at once, on threads of their own: where names are not answered, nothing else may come to a stand. */
    private static final int LOOKUPS = 16;

    private final WorkerExecutor threads;
    private final Lookup lookup;
    private final boolean anywhere;
    private final Set<String> allowed;

    /** Blocks. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /** A place that may be called: connect to {@code address}, and speak to {@code host}. */
    record Place(URI uri, String host, InetAddress address, int port) {
        boolean secure() {
            return "https".equalsIgnoreCase(uri.getScheme());
        }
    }

    /**
     * @param anywhere whether private addresses may be called as well
     * @param allowed names of hosts that may have private addresses
     */
    public AddressGuard(Vertx vertx, boolean anywhere, Set<String> allowed) {
        this(vertx, anywhere, allowed, InetAddress::getAllByName);
    }

    AddressGuard(Vertx vertx, boolean anywhere, Set<String> allowed, Lookup lookup) {
        // ends with Vert.x
        this.threads = vertx.createSharedWorkerExecutor("names", LOOKUPS);
        this.anywhere = anywhere;
        this.allowed = allowed.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        this.lookup = lookup;
    }

    /** Fails with {@link AddressRefused} where the address must not be called, or its name is unknown now. */
    Future<Place> check(String address) {
        URI uri;
        try {
            uri = read(address);
        } catch (AddressRefused e) {
            return Future.failedFuture(e);
        }
        return threads.executeBlocking(() -> find(uri), false);
    }

    /** @throws AddressRefused where it is no plain address of the web */
    static URI read(String address) throws AddressRefused {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            throw AddressRefused.of(AddressRefused.Why.SYNTAX);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) throw AddressRefused.of(AddressRefused.Why.SCHEME);
        if (uri.getRawUserInfo() != null) throw AddressRefused.of(AddressRefused.Why.USER);
        if (uri.getHost() == null || uri.getRawFragment() != null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw AddressRefused.of(AddressRefused.Why.SYNTAX);
        }
        return uri;
    }

    private Place find(URI uri) throws AddressRefused {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        List<InetAddress> found;
        try {
            found = List.of(lookup.find(host.startsWith("[") ? host.substring(1, host.length() - 1) : host));
        } catch (UnknownHostException e) {
            throw AddressRefused.of(AddressRefused.Why.UNKNOWN);
        }
        if (found.isEmpty()) throw AddressRefused.of(AddressRefused.Why.UNKNOWN);
        boolean free = anywhere || allowed.contains(host);
        if (!free && !found.stream().allMatch(PublicAddresses::contain)) {
            throw AddressRefused.of(AddressRefused.Why.PRIVATE);
        }
        int standard = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        return new Place(uri, host, found.getFirst(), uri.getPort() < 0 ? standard : uri.getPort());
    }
}
