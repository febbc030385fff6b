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
 * @param said what a review says, apart from the text: the store takes it out once the review does not say it any more
 */
public record Notice(
        String key,
        String type,
        @Nullable Integer level,
        Wording title,
        Wording text,
        @Nullable String link,
        Instant at,
        Map<String, Object> facts,
        @Nullable String said) {
    public Notice {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public Notice(
            String key,
            String type,
            @Nullable Integer level,
            Wording title,
            Wording text,
            @Nullable String link,
            Instant at,
            Map<String, Object> facts) {
        this(key, type, level, title, text, link, at, facts, null);
    }

    public Notice quoting(@Nullable String words) {
        return new Notice(key, type, level, title, text, link, at, facts, words);
    }

    /** The text, and what was said. */
    Wording whole() {
        if (said == null) return text;
        return new Wording(text.zh() + "\n「" + said + "」", text.en() + "\n“" + said + "”");
    }
}
