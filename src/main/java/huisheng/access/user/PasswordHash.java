package huisheng.access.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) as a PHC string, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}: the parameters travel with the
 * hash, so they can be raised later. Slow on purpose; every method blocks.
 */
final class PasswordHash {
    /** What OWASP asks for at least: 19 MiB, two passes, one lane. */
    private static final Cost COST = new Cost(19_456, 2, 1);

    /** Beyond it a string in the table would be an attack on the memory. */
    private static final Cost MOST = new Cost(1 << 20, 16, 16);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");

    private PasswordHash() {}

    /** @param memory in KiB */
    private record Cost(int memory, int passes, int lanes) {
        boolean within(Cost most) {
            return passes >= 1
                    && lanes >= 1
                    && memory >= 8 * lanes
                    && memory <= most.memory
                    && passes <= most.passes
                    && lanes <= most.lanes;
        }
    }

    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = argon2(password, salt, COST, HASH_BYTES);
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        COST.memory,
                        COST.passes,
                        COST.lanes,
                        ENCODER.encodeToString(salt),
                        ENCODER.encodeToString(hash));
    }

    /** @throws IllegalArgumentException where it is no such string, or one that costs too much */
    static boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) throw new IllegalArgumentException("not a PHC string of argon2id");
        Cost cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        if (!cost.within(MOST)) throw new IllegalArgumentException("argon2id with parameters out of bounds");
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(expected, argon2(password, salt, cost, expected.length));
    }

    private static byte[] argon2(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(cost.memory)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
