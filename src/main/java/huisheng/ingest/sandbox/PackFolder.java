package huisheng.ingest.sandbox;

import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.pack.PackException;
import huisheng.analysis.pack.Packs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packs that the installation's files hold, and what is made of them. Every method blocks. */
final class PackFolder {
    private final Path home;
    private final Path corpora;

    PackFolder(Path home) {
        this.home = home;
        this.corpora = home.resolve("corpora");
    }

    List<String> ids() {
        return Packs.ids(corpora);
    }

    /** The file's text. */
    String text(String pack) {
        try {
            return Files.readString(corpora.resolve("packs").resolve(pack + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChallengeSet challenge() {
        return ChallengeSet.read(corpora.resolve("challenge"));
    }

    /** What reviews are read by where {@code pack} is in use and these texts go over the files. */
    Reading reading(String pack, Map<String, String> texts) {
        try {
            Map<String, String> aspects = new LinkedHashMap<>();
            Packs.load(corpora, pack, texts).aspects().forEach((id, aspect) -> aspects.put(id, aspect.name()));
            Pipeline pipeline = PipelineFactory.load(home, pack, texts);
            return new Reading(pipeline, aspects, Packs.lineage(corpora, pack, texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with one text more, whose faults are told with their place in it. @throws PackRefused */
    Reading tried(String served, Map<String, String> texts, String pack, String yaml) {
        Map<String, String> changed = new HashMap<>(texts);
        changed.put(pack, yaml);
        try {
            return reading(served, changed);
        } catch (PackException e) {
            throw PackRefused.of(e, yaml);
        }
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
