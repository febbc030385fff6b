package huisheng.insight.ask;

import huisheng.index.ReviewSnapshot;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * By which two answers can be compared: the same question on the same data, read by the same pipelines, has the same
 * receipt.
 *
 * @param hash SHA-256, in hex, over everything below, the question, the caller's scope and the answer
 * @param position of the store's changes up to which the answer sees all
 * @param settled false where later changes were being indexed, some of which it may see too
 * @param pipelines versions that read the reviews asked about
 */
public record Receipt(String hash, String position, boolean settled, List<String> pipelines) {
    public Receipt {
        pipelines = List.copyOf(pipelines);
    }

    /** @param asked the question's name and all it was told */
    public static Receipt of(Selection selection, Map<String, Object> asked, Object answer, ReviewSnapshot now)
            throws IOException {
        List<String> pipelines = now.pipelines(selection);
        String position = now.position().toString();
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("asked", asked);
        whole.put("scope", scope(selection));
        whole.put("position", position);
        whole.put("pipelines", pipelines);
        whole.put("answer", answer);
        return new Receipt(hash(Json.write(whole)), position, now.settled(), pipelines);
    }

    private static Map<String, TreeSet<String>> scope(Selection selection) {
        Map<String, TreeSet<String>> scope = new TreeMap<>();
        for (Map.Entry<Dimension, java.util.Set<String>> entry :
                selection.scope().only().entrySet()) {
            scope.put(entry.getKey().key(), new TreeSet<>(entry.getValue()));
        }
        return scope;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
