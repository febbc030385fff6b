package huisheng.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds in a text what a query asked for, the way the index does. */
final class Highlights {
    private static final int MAX_SPANS = 50;

    private Highlights() {}

    /** Spans in order, none overlapping another. */
    static List<SearchPage.Span> of(List<QueryNode.Phrase> phrases, String text) {
        if (phrases.isEmpty()) return List.of();
        List<Unit> units = Unit.of(text);
        List<SearchPage.Span> spans = new ArrayList<>();
        for (QueryNode.Phrase phrase : phrases) find(phrase, units, spans);
        return merged(spans);
    }

    private static void find(QueryNode.Phrase phrase, List<Unit> units, List<SearchPage.Span> into) {
        int length = phrase.units().size();
        if (length == 0) return;
        for (int at = 0; at + length <= units.size(); at++) {
            if (matches(phrase, units, at)) {
                into.add(new SearchPage.Span(
                        units.get(at).start(), units.get(at + length - 1).end()));
            }
        }
    }

    private static boolean matches(QueryNode.Phrase phrase, List<Unit> units, int at) {
        for (int i = 0; i < phrase.units().size(); i++) {
            Unit wanted = phrase.units().get(i);
            Unit found = units.get(at + i);
            boolean same = phrase.prefix()
                    ? found.term().startsWith(wanted.term())
                    : found.term().equals(wanted.term());
            if (!same || (wanted.joined() && !found.joined())) return false;
        }
        return true;
    }

    private static List<SearchPage.Span> merged(List<SearchPage.Span> spans) {
        spans.sort(Comparator.comparingInt(SearchPage.Span::start).thenComparingInt(SearchPage.Span::end));
        List<SearchPage.Span> merged = new ArrayList<>();
        for (SearchPage.Span span : spans) {
            if (!merged.isEmpty() && span.start() < merged.getLast().end()) {
                SearchPage.Span last = merged.removeLast();
                merged.add(new SearchPage.Span(last.start(), Math.max(last.end(), span.end())));
            } else if (merged.size() < MAX_SPANS) {
                merged.add(span);
            } else {
                break;
            }
        }
        return List.copyOf(merged);
    }
}
