package huisheng.alert.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A mail server for a single caller at a time that answers well, but for one command. */
final class StallingMailServer implements AutoCloseable {
    /** What it does where it stalls: keeps silent, or goes on with an answer that never ends. */
    enum Stall {
        SILENT,
        TRICKLES
    }

    private static final Duration DROP = Duration.ofMillis(50);

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final String step;
    private final Stall stall;
    private final Duration each;
    final List<String> said = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * @param step {@code CONNECT}, a command, {@code .} for the end of the mail, or nothing where it stalls nowhere
     * @param each it takes this long for every answer
     */
    StallingMailServer(String step, Stall stall, Duration each) throws IOException {
        this.step = step;
        this.stall = stall;
        this.each = each;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!closed) {
            try (Socket caller = server.accept()) {
                talk(caller);
            } catch (IOException e) {
                // the caller has gone, which is what is tested
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII));
        OutputStream out = caller.getOutputStream();
        if (!answer(out, "CONNECT", "220 ready")) return;
        boolean mail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (mail && !line.equals(".")) continue;
            said.add(line);
            String command = line.split("[ :]", 2)[0];
            if (!answer(out, command, reply(command))) return;
            if (command.equals("QUIT")) return;
            mail = command.equals("DATA");
        }
    }

    private static String reply(String command) {
        return switch (command) {
            case "EHLO" -> "250-local\r\n250 AUTH PLAIN";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 farewell";
            default -> "250 well";
        };
    }

    /** False where it stalled until the caller had gone. */
    private boolean answer(OutputStream out, String command, String reply) throws IOException {
        if (!command.equals(step)) {
            LockSupport.parkNanos(each.toNanos());
            out.write((reply + "\r\n").getBytes(US_ASCII));
            return true;
        }
        while (!closed) {
            LockSupport.parkNanos(DROP.toNanos());
            if (stall == Stall.TRICKLES) out.write("250-more\r\n".getBytes(US_ASCII));
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
    }
}
