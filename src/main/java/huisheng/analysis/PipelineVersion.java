package huisheng.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names what an analysis depends on: code, models, lexicons. */
final class PipelineVersion {
    /** Raised with every change of a stage that can change an analysis. */
    static final String CODE = "6";

    private static final int SHOWN = 12;

    private PipelineVersion() {}

    /** @param lexicons hashes of what is no file of its own, for example a pack's */
    static String of(List<Path> models, List<String> lexicons) throws IOException {
        MessageDigest digest = sha256();
        digest.update(CODE.getBytes(StandardCharsets.UTF_8));
        for (Path model : models) digest.update(hash(model));
        for (String lexicon : lexicons) {
            digest.update((byte) 0);
            digest.update(lexicon.getBytes(StandardCharsets.UTF_8));
        }
        return CODE + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
    }

    private static byte[] hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
