package huisheng.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns a channel's user id into a name that only the holder of the key can make again. Safe from any thread. */
public final class AuthorHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 16;
    /** 128 bits: 22 characters, and no two authors meet by chance. */
    private static final int KEPT_BYTES = 16;

    /** Only copied, never fed, so that any thread may take a copy: asking the runtime for a new one costs more. */
    private final Mac prototype;

    /** @param key at least 16 bytes, kept outside the database */
    public AuthorHash(byte[] key) {
        if (key.length < KEY_BYTES) throw new IllegalArgumentException("the author key needs at least 16 bytes");
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** 22 characters of url-safe Base64; the same id on another channel is somebody else. */
    public String hash(String channel, String userId) {
        Mac mac = copy();
        mac.update(channel.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        byte[] full = mac.doFinal(userId.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, KEPT_BYTES));
    }

    private Mac copy() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the runtime's own " + ALGORITHM + " can be copied", e);
        }
    }
}
