package huisheng.http;

import java.util.Arrays;
import java.util.List;

/** A text of the message bundles, before its language is known. */
record Phrase(String key, List<String> arguments) {
    static Phrase of(String key, Object... arguments) {
        return new Phrase(key, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
