package huisheng.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a call comes from. */
final class Client {
    private static final int V4 = 4;
    private static final int V6_NETWORK = 8;
    private static final HexFormat HEX = HexFormat.of();

    /** The bytes of an IP address. */
    private final byte[] address;

    private final boolean secure;

    private Client(byte[] address, boolean secure) {
        this.address = address;
        this.secure = secure;
    }

    /** @param behindProxy believe the proxy in front, which nobody can go around */
    static Client of(HttpServerRequest request, boolean behindProxy) {
        SocketAddress remote = request.remoteAddress();
        String address = remote == null ? null : remote.hostAddress();
        if (!behindProxy) return new Client(bytes(address), request.isSSL());
        boolean https = "https".equalsIgnoreCase(last(request.getHeader("X-Forwarded-Proto")));
        return new Client(bytes(last(request.getHeader("X-Forwarded-For")), address), https);
    }

    /** The one that the proxy next to us wrote; those before it anyone can make up. */
    private static @Nullable String last(@Nullable String list) {
        return list == null ? null : list.substring(list.lastIndexOf(',') + 1).strip();
    }

    /** The first that is an address. */
    private static byte[] bytes(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && (NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text)))
                .map(NetUtil::createByteArrayFromIpAddressString)
                .findFirst()
                .orElseGet(() -> new byte[V4]);
    }

    /** Whether it came by https. */
    boolean secure() {
        return secure;
    }

    /** What failures are counted by: an address, or the network that one subscriber has of the newer kind. */
    String subscriber() {
        return HEX.formatHex(address, 0, address.length == V4 ? V4 : V6_NETWORK);
    }

    /** The network alone, for what is kept. */
    String network() {
        if (address.length == V4) {
            return "%d.%d.%d.0/24".formatted(address[0] & 0xff, address[1] & 0xff, address[2] & 0xff);
        }
        return "%s:%s:%s::/48"
                .formatted(HEX.formatHex(address, 0, 2), HEX.formatHex(address, 2, 4), HEX.formatHex(address, 4, 6));
    }
}
