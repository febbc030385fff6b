package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Items that are committed together, with the rejected ones among them. One thread at a time. */
final class Batch {
    private final List<ItemReader.Item> items = new ArrayList<>();
    private long bytes;

    void add(ItemReader.Item item, int length) {
        items.add(item);
        bytes += length;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    boolean isFull(IntakeLimits limits) {
        return items.size() >= limits.batchItems() || bytes >= limits.batchBytes();
    }

    List<JsonNode> nodes() {
        return items.stream()
                .map(ItemReader.Item::node)
                .filter(Objects::nonNull)
                .toList();
    }

    int firstIndex() {
        return items.stream()
                .filter(item -> item.node() != null)
                .findFirst()
                .map(ItemReader.Item::index)
                .orElse(0);
    }

    /** Results in the order of the body, from those of {@link #nodes} and the rejections made before. */
    void tell(List<ItemResult> pushed, Messages messages, ResultLog log) {
        int next = 0;
        for (ItemReader.Item item : items) {
            ItemResult rejection = item.rejection();
            log.add(rejection != null ? rejection : placed(pushed.get(next++), item, messages));
        }
    }

    private static ItemResult placed(ItemResult result, ItemReader.Item item, Messages messages) {
        String reason = result.reason();
        Integer line = item.line();
        if (reason != null) {
            reason = messages.reason(reason);
            if (line != null) reason = messages.text("line", line, reason);
        }
        return result.at(item.index(), line, reason);
    }
}
