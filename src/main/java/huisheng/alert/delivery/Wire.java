package huisheng.alert.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one conversation. The mail library has a time for each answer, but none for all of them together:
 * once this is cut, whatever the library does with it fails, and it gets no other. Safe from any thread.
 */
final class Wire extends SocketFactory {
    private @Nullable Socket socket;
    private boolean cut;

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (cut) throw new SocketException("cut");
        Socket made = new Socket();
        socket = made;
        return made;
    }

    private Socket connected(SocketAddress to, @Nullable SocketAddress from) throws IOException {
        Socket made = createSocket();
        made.bind(from);
        made.connect(to);
        return made;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    /** For good. What was written and has not gone out is thrown away. */
    synchronized void cut() {
        cut = true;
        if (socket == null) return;
        try (Socket open = socket) {
            if (!open.isClosed()) open.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed by the other end as well
        }
    }
}
