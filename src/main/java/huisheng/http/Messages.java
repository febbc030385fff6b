package huisheng.http;

import huisheng.review.Fault;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What callers are told, in the language they asked for. */
final class Messages {
    static final Messages CHINESE = new Messages(Locale.SIMPLIFIED_CHINESE);
    static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    private static final int MAX_ARGUMENT = 500;

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "huisheng.http.messages",
                Locale.of(locale.getLanguage()),
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** By Accept-Language; Chinese where it names neither Chinese nor English. */
    static Messages of(HttpServerRequest request) {
        return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Messages of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) return CHINESE;
        for (Locale.LanguageRange range : ranges(acceptLanguage)) {
            if (range.getWeight() == 0) continue;
            if (range.getRange().startsWith("zh")) return CHINESE;
            if (range.getRange().startsWith("en")) return ENGLISH;
        }
        return CHINESE;
    }

    private static List<Locale.LanguageRange> ranges(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }

    Locale locale() {
        return locale;
    }

    String language() {
        return locale.getLanguage();
    }

    String text(String key, Object... arguments) {
        Object[] texts = Arrays.stream(arguments).map(this::argument).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(texts);
    }

    private String argument(Object argument) {
        return switch (argument) {
            case Phrase phrase -> text(phrase.key(), phrase.arguments().toArray());
            case Fault fault -> shown(fault.in(locale));
            default -> shown(String.valueOf(argument));
        };
    }

    /** What a caller sent may stand in it: bounded, and without what could not be written as UTF-8. */
    private static String shown(String text) {
        String kept = text.length() > MAX_ARGUMENT ? text.substring(0, MAX_ARGUMENT) : text;
        return ItemReader.keepable(kept) ? kept : kept.replaceAll("[\\x00\\uD800-\\uDFFF]", "?");
    }

    /** The sentence for a code of a rejection; a reason that is no known code is its own sentence. */
    String reason(String reason) {
        String key = "reason." + reason;
        return bundle.containsKey(key) ? text(key) : reason;
    }
}
