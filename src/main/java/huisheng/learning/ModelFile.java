package huisheng.learning;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a model through a neighbour, so that a service that loads meanwhile sees the old one or the new one. */
record ModelFile(Path path, String sha256, long bytes) {
    interface Content {
        void save(OutputStream out) throws IOException;
    }

    static ModelFile write(Path output, Content content) throws IOException {
        Path absolute = output.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder != null) Files.createDirectories(folder);
        Path partial = absolute.resolveSibling(absolute.getFileName() + ".partial");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16)) {
            content.save(out);
        }
        Files.move(partial, absolute, StandardCopyOption.REPLACE_EXISTING);
        return new ModelFile(absolute, hash(absolute), Files.size(absolute));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
