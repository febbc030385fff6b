package huisheng.alert.delivery;

import huisheng.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps addresses and secrets encrypted: AES-256-GCM under a key of its own that follows from the installation's. What is
 * sealed for one name opens under no other. Safe from any thread.
 */
public final class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String PURPOSE = "huisheng targets 1";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param master the installation's key */
    public Vault(byte[] master) {
        this.key = new SecretKeySpec(Hmac.sha256(master, PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
    }

    /** @return Base64 */
    public String seal(String name, Address address) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce)
                    .doFinal(Json.write(address).getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws VaultException where it was sealed under another name or key, or was changed */
    public Address open(String name, String sealed) {
        try {
            byte[] both = Base64.getDecoder().decode(sealed);
            if (both.length < NONCE_BYTES) throw new VaultException(null);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, name, Arrays.copyOf(both, NONCE_BYTES))
                    .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return Json.read(new String(plain, StandardCharsets.UTF_8), Address.class);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VaultException(e);
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
