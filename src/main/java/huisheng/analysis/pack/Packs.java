package huisheng.analysis.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads packs from the {@code corpora} folder. Blocks. */
public final class Packs {
    private static final String SUFFIX = ".yaml";

    private final Path corpora;
    private final Map<String, String> changed;
    private final MessageDigest digest = sha256();
    private final Set<String> chain = new LinkedHashSet<>();

    private Packs(Path corpora, Map<String, String> changed) {
        this.corpora = corpora;
        this.changed = changed;
    }

    /**
     * @throws PackException naming file, item and reason
     * @throws UncheckedIOException where a file cannot be read
     */
    public static Pack load(Path corporaDir, String packId) {
        return load(corporaDir, packId, Map.of());
    }

    /**
     * The same with other texts in place of some files.
     *
     * @param changed YAML by the id of the pack
     */
    public static Pack load(Path corporaDir, String packId, Map<String, String> changed) {
        Packs packs = new Packs(corporaDir, changed);
        Lexicon lexicon = new LexiconReader(corporaDir.resolve("lexicons"), packs::bytes).read();
        return packs.load(packId, lexicon);
    }

    /** The pack and those it extends, nearest first. */
    public static List<String> lineage(Path corporaDir, String packId, Map<String, String> changed) {
        Pack unused = load(corporaDir, packId, changed);
        Packs packs = new Packs(corporaDir, changed);
        List<String> lineage = new ArrayList<>();
        String id = packId;
        while (id != null) {
            lineage.add(id);
            Path file = corporaDir.resolve("packs").resolve(id + SUFFIX);
            id = PackFile.read(file, packs.bytes(file)).parent();
        }
        return lineage;
    }

    /** The packs in the folder, by name. */
    public static List<String> ids(Path corporaDir) {
        try (Stream<Path> files = Files.list(corporaDir.resolve("packs"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pack load(String id, Lexicon lexicon) {
        Path file = corpora.resolve("packs").resolve(id + SUFFIX);
        // an id comes from a command line or a request: it must not lead out of the folder
        if (!id.matches("[a-z][a-z0-9-]{0,63}")) {
            throw new PackException(
                    Path.of("packs"),
                    "pack",
                    "维度包的 id 只能用小写字母 a-z、数字和 -",
                    "a pack's id is of letters a-z, digits and -");
        }
        if (!chain.add(id)) {
            throw new PackException(file, "extends", "循环引用：" + chain, "goes round in a circle: " + chain);
        }
        PackFile own = PackFile.read(file, bytes(file));
        Pack parent = own.parent() == null ? null : load(own.parent(), lexicon);
        return new PackBuilder(file, own, parent).build(id, parentLexicon(parent, lexicon), version());
    }

    private static Lexicon parentLexicon(@Nullable Pack parent, Lexicon lexicon) {
        return parent == null ? lexicon : parent.lexicon();
    }

    private byte[] bytes(Path file) {
        try {
            byte[] bytes = content(file);
            digest.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            return bytes;
        } catch (NoSuchFileException e) {
            throw new PackException(file, "file", "文件不存在", "does not exist");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] content(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String text = name.endsWith(SUFFIX) ? changed.get(name.substring(0, name.length() - SUFFIX.length())) : null;
        return text == null ? Files.readAllBytes(file) : text.getBytes(StandardCharsets.UTF_8);
    }

    private String version() {
        try {
            // a copy, because a parent's version is asked for before its child's
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
