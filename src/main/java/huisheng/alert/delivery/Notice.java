package huisheng.alert.delivery;

import huisheng.insight.ask.Wording;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told, before it is put into the words and the form of a target.
 *
 * @param key of its event: the same for every attempt and every target
 * @param type for example {@code alert.raised}
 * @param level 1 to 3, 1 being the most urgent; null where it has none
 * @param text a few lines; longer ones are cut where a target's form is narrow
 * @param link to the page of the thing itself: absolute, or a path below the service's public address
 * @param facts for machines: whatever {@link huisheng.json.Json} can write, in order
 */
public record Notice(
        String key,
        String type,
        @Nullable Integer level,
        Wording title,
        Wording text,
        @Nullable String link,
        Instant at,
        Map<String, Object> facts) {
    public Notice {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
