package huisheng.channel.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.json.Json;
import java.util.List;

/** The names of a table's columns. */
final class TableHeader {
    private final List<String> names;

    TableHeader(List<String> names) {
        this.names = names.stream().map(String::strip).toList();
    }

    /** A row as an object; cells without a column are left out, and so are empty ones. */
    ObjectNode row(List<String> cells) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            if (!names.get(i).isEmpty() && !cells.get(i).isEmpty()) row.put(names.get(i), cells.get(i));
        }
        return row;
    }
}
