package huisheng.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How calls prove that they are ours, each in the way of its target. */
public final class Signatures {
    /** What {@link #genuine} allows between two clocks; an older call may be a replay. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private Signatures() {}

    /** DingTalk's {@code sign}, ready for the address. */
    static String dingTalk(String secret, long millis) {
        byte[] mac = Hmac.sha256(secret.getBytes(UTF_8), (millis + "\n" + secret).getBytes(UTF_8));
        return URLEncoder.encode(Base64.getEncoder().encodeToString(mac), UTF_8);
    }

    /** Feishu's {@code sign}: here the text with the secret is the key, and nothing is signed with it. */
    static String feishu(String secret, long seconds) {
        byte[] mac = Hmac.sha256((seconds + "\n" + secret).getBytes(UTF_8), new byte[0]);
        return Base64.getEncoder().encodeToString(mac);
    }

    /** The header {@code X-Huisheng-Signature} of a webhook: seconds, and HMAC-SHA256 of {@code seconds.body}. */
    static String webhook(String secret, Instant at, byte[] body) {
        long seconds = at.getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(secret, seconds, body));
    }

    /**
     * The check that a receiver makes, over the bytes as they came: the signature is right and not old. Within the
     * window a call may still be a replay, so a receiver also remembers {@code X-Huisheng-Delivery} for as long.
     */
    public static boolean genuine(String secret, String header, byte[] body, Instant now) {
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) return false;
        long seconds = Long.parseLong(parts.group(1));
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
        byte[] shown = HexFormat.of().parseHex(parts.group(2));
        // takes as long for a wrong byte at the start as for one at the end
        return MessageDigest.isEqual(shown, mac(secret, seconds, body)) && age.compareTo(WINDOW) <= 0;
    }

    private static byte[] mac(String secret, long seconds, byte[] body) {
        byte[] start = (seconds + ".").getBytes(UTF_8);
        byte[] signed = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, signed, start.length, body.length);
        return Hmac.sha256(secret.getBytes(UTF_8), signed);
    }
}
