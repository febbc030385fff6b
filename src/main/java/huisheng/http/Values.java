package huisheng.http;

import org.jspecify.annotations.Nullable;

/** Checks of the values in a JSON body. */
final class Values {
    private Values() {}

    /** @throws ProblemException where the text is longer, or holds what PostgreSQL and UTF-8 cannot */
    static void check(String pointer, @Nullable String text, int longest) {
        if (text == null) return;
        if (text.length() > longest) throw ProblemException.value(pointer, "long", longest);
        if (!ItemReader.keepable(text)) throw ProblemException.value(pointer, "character");
    }
}
