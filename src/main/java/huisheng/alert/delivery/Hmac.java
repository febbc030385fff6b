package huisheng.alert.delivery;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 as RFC 2104 and FIPS 198-1 define it. */
final class Hmac {
    private static final String NAME = "HmacSHA256";

    private Hmac() {}

    /** @param key not empty */
    static byte[] sha256(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(key, NAME));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
