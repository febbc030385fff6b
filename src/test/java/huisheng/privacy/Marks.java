package huisheng.privacy;

import huisheng.review.PiiSpan;
import java.util.List;

/** Writes spans into their text as {@code <type:what>}. */
final class Marks {
    private Marks() {}

    static String of(String text, List<PiiSpan> spans) {
        StringBuilder marked = new StringBuilder(text);
        for (PiiSpan span : spans.reversed()) {
            marked.insert(span.end(), '>')
                    .insert(span.start(), "<" + span.type().label() + ":");
        }
        return marked.toString();
    }
}
