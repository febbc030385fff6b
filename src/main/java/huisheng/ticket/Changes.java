package huisheng.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.json.Json;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Says of two versions of a document which fields differ: {@code {"work.owner":{"from":"小李","to":"小王"}}}. */
final class Changes {
    private Changes() {}

    static String between(Object before, Object after) {
        ObjectNode changes = Json.MAPPER.createObjectNode();
        compare("", Json.MAPPER.valueToTree(before), Json.MAPPER.valueToTree(after), changes);
        return Json.write(changes);
    }

    /** The same, and of something kept beside them. */
    static String between(Object before, Object after, String name, Object beside, Object besideAfter) {
        ObjectNode changes = Json.MAPPER.createObjectNode();
        compare("", Json.MAPPER.valueToTree(before), Json.MAPPER.valueToTree(after), changes);
        compare(name, Json.MAPPER.valueToTree(beside), Json.MAPPER.valueToTree(besideAfter), changes);
        return Json.write(changes);
    }

    private static void compare(String path, JsonNode before, JsonNode after, ObjectNode changes) {
        if (before.equals(after)) return;
        if (before.isObject() && after.isObject()) {
            for (String name : names(before, after)) {
                compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name), changes);
            }
            return;
        }
        ObjectNode change = changes.putObject(path);
        if (!before.isMissingNode()) change.set("from", before);
        if (!after.isMissingNode()) change.set("to", after);
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode each : new JsonNode[] {before, after}) {
            for (Iterator<String> all = each.fieldNames(); all.hasNext(); ) names.add(all.next());
        }
        return names;
    }
}
