package huisheng.privacy;

import huisheng.review.PiiSpan;
import huisheng.review.PiiType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Spans that do not overlap: whoever comes first keeps its characters. */
final class Spans {
    private final List<PiiSpan> spans = new ArrayList<>();
    private final BitSet taken = new BitSet();

    void add(PiiType type, int start, int end) {
        int next = taken.nextSetBit(start);
        if (end <= start || (next >= 0 && next < end)) return;
        taken.set(start, end);
        spans.add(new PiiSpan(type, start, end));
    }

    void addAll(Spans others) {
        for (PiiSpan span : others.spans) add(span.type(), span.start(), span.end());
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    List<PiiSpan> sorted() {
        if (spans.isEmpty()) return List.of();
        return spans.stream().sorted(Comparator.comparingInt(PiiSpan::start)).toList();
    }

    String maskIn(String text) {
        char[] masked = text.toCharArray();
        taken.stream().forEach(i -> masked[i] = '*');
        return new String(masked);
    }
}
