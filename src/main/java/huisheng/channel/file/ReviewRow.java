package huisheng.channel.file;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.channel.Message;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param number from 1; the header of a table is not counted. The same file gives the same numbers, so a run can resume
 * @param item null where the row cannot be read
 * @param problem why not
 */
public record ReviewRow(
        long number, @Nullable JsonNode item, @Nullable Message problem) {
    static ReviewRow of(long number, JsonNode item) {
        return new ReviewRow(number, item, null);
    }

    static ReviewRow bad(long number, String zh, String en) {
        return new ReviewRow(number, null, new Message(zh, en));
    }
}
