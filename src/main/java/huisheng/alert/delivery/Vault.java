package huisheng.alert.delivery;

import huisheng.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
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

    public byte[] seal(String name, Address address) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce)
                    .doFinal(Json.write(address).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws VaultException where it was sealed under another name or key, or was changed */
    public Address open(String name, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) throw new VaultException(null);
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, name, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Json.read(new String(plain, StandardCharsets.UTF_8), Address.class);
        } catch (GeneralSecurityException e) {
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
