package huisheng.learning;

import huisheng.analysis.Draft;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.text.Normalisation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds labelled substrings in the normalised text again. */
final class Spans {
    private Spans() {}

    /** A substring and the number of its kind. */
    record Named(int kind, String words) {}

    /** In text order; a substring that is nowhere, or only where another one is already, is left out. */
    static List<Tagger.Span> find(Draft draft, List<Named> all) {
        BitSet taken = new BitSet();
        List<Tagger.Span> spans = new ArrayList<>();
        for (Named named : all) {
            Tagger.Span span = find(draft, named, taken);
            if (span == null) continue;
            taken.set(span.start(), span.end());
            spans.add(span);
        }
        spans.sort(Comparator.comparingInt(Tagger.Span::start));
        return spans;
    }

    /** The first place that is not taken, null for none. */
    static Tagger.@Nullable Span find(Draft draft, Named named, BitSet taken) {
        String words = Normalisation.normalise(named.words()).text();
        if (words.isEmpty()) return null;
        int at = free(draft.normalised, words, taken);
        return at < 0 ? null : new Tagger.Span(named.kind(), at, at + words.length());
    }

    private static int free(String text, String words, BitSet taken) {
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int next = taken.nextSetBit(at);
            if (next < 0 || next >= at + words.length()) return at;
        }
        return -1;
    }
}
