package huisheng.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from.
 *
 * @param address the bytes of an IP address, as {@link NetUtil} gives them
 * @param secure whether it came by https
 */
record Client(byte[] address, boolean secure) {
    private static final byte[] NOWHERE = new byte[4];
    private static final int V6_SITE = 6;
    private static final int V6_NET = 8;

    /** @param behindProxy believe the proxy in front, which nobody can go around */
    static Client of(HttpServerRequest request, boolean behindProxy) {
        SocketAddress remote = request.remoteAddress();
        byte[] address = bytes(remote == null ? null : remote.hostAddress());
        if (!behindProxy) return new Client(address, request.isSSL());
        byte[] forwarded = bytes(last(request.getHeader("X-Forwarded-For")));
        boolean https = "https".equalsIgnoreCase(last(request.getHeader("X-Forwarded-Proto")));
        return new Client(forwarded == NOWHERE ? address : forwarded, https);
    }

    /** The one that the proxy next to us wrote; those before it anyone can make up. */
    private static @Nullable String last(@Nullable String list) {
        return list == null ? null : list.substring(list.lastIndexOf(',') + 1).strip();
    }

    private static byte[] bytes(@Nullable String text) {
        byte[] parsed = text == null ? null : NetUtil.createByteArrayFromIpAddressString(text);
        return parsed == null ? NOWHERE : parsed;
    }

    /** What failures are counted by: an address, or the network that one subscriber has of the newer kind. */
    String subscriber() {
        return HexFormat.of().formatHex(address, 0, address.length == 4 ? 4 : V6_NET);
    }

    /** The network alone, for what is kept. */
    String network() {
        if (address.length == 4) {
            return "%d.%d.%d.0/24".formatted(address[0] & 0xff, address[1] & 0xff, address[2] & 0xff);
        }
        HexFormat hex = HexFormat.of();
        return "%s:%s:%s::/48"
                .formatted(
                        hex.formatHex(address, 0, 2), hex.formatHex(address, 2, 4), hex.formatHex(address, 4, V6_SITE));
    }
}
