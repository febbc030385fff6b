package huisheng;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The key that hashes authors, encrypts addresses and seals the audit log: made at the first start, readable by the owner
 * alone.
 */
final class SecretKey {
    private static final int BYTES = 32;

    private SecretKey() {}

    static byte[] in(Path data) throws IOException {
        Path file = data.resolve("secret.key");
        if (!Files.exists(file)) write(data, file);
        byte[] key = Files.readAllBytes(file);
        if (key.length != BYTES) throw new IOException(file + " is not a key of " + BYTES + " bytes");
        return key;
    }

    /** On disk before its name appears, so that no crash leaves half a key. */
    private static void write(Path data, Path file) throws IOException {
        Files.createDirectories(data);
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        boolean posix = data.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path fresh = posix
                ? Files.createTempFile(
                        data,
                        "secret",
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(data, "secret", ".new");
        Files.write(fresh, key);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
