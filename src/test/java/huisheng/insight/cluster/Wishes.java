package huisheng.insight.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Wishes with the theme each belongs to; {@code -} marks one that stands alone. The keywords are the pipeline's. */
record Wishes(List<String> themes, List<Item> items) {
    static final String ALONE = "-";

    static Wishes read(String file) {
        try (InputStream in = Objects.requireNonNull(Wishes.class.getResourceAsStream(file), file)) {
            List<String> themes = new ArrayList<>();
            List<Item> items = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] cells = line.split("\t", -1);
                themes.add(cells[0]);
                List<String> keywords = cells[2].isEmpty() ? List.of() : List.of(cells[2].split("\\|"));
                items.add(new Item(items.size(), cells[1], keywords));
            }
            return new Wishes(themes, items);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wishes and(Wishes more) {
        List<String> allThemes = new ArrayList<>(themes);
        allThemes.addAll(more.themes);
        List<Item> all = new ArrayList<>(items);
        for (Item item : more.items) all.add(new Item(all.size(), item.text(), item.keywords()));
        return new Wishes(allThemes, all);
    }

    /** Those of no theme, numbered anew. */
    Wishes alone() {
        Wishes kept = new Wishes(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < items.size(); i++) {
            if (!themes.get(i).equals(ALONE)) continue;
            kept.themes.add(ALONE);
            kept.items.add(new Item(
                    kept.items.size(), items.get(i).text(), items.get(i).keywords()));
        }
        return kept;
    }

    /** What stands alone is a theme of its own, in gold as in the answer. */
    Agreement agreement(Clustering clustering, boolean withAlone) {
        Map<Long, String> own = new HashMap<>();
        for (Cluster cluster : clustering.clusters()) {
            for (Cluster.Member member : cluster.members()) own.put(member.id(), cluster.label());
        }
        List<String> gold = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean alone = themes.get(i).equals(ALONE);
            if (alone && !withAlone) continue;
            gold.add(alone ? "- " + i : themes.get(i));
            found.add(own.getOrDefault((long) i, "- " + i));
        }
        return Agreement.of(gold, found);
    }
}
