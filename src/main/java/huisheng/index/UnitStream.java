package huisheng.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The terms of a text with their positions: each pair of joined characters at the position of its first, and every unit
 * that a phrase can only reach alone: words, symbols, and the first and last character of each run. Every phrase of the
 * text is so covered by terms at fixed distances, at little more than one term a character.
 */
final class UnitStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Placed> terms;
    private int next;
    private int position = -1;

    /** A term of the index; {@code position} counts units. */
    record Placed(String term, int position) {}

    private UnitStream(List<Placed> terms) {
        this.terms = terms;
    }

    static UnitStream of(List<Unit> units) {
        return new UnitStream(placed(units));
    }

    /** Every single character once, for a field that knows no positions. */
    static UnitStream characters(List<Unit> units) {
        Set<String> seen = new LinkedHashSet<>();
        for (Unit unit : units) {
            if (unit.character()) seen.add(unit.term());
        }
        List<Placed> terms = new ArrayList<>(seen.size());
        for (String term : seen) terms.add(new Placed(term, terms.size()));
        return new UnitStream(terms);
    }

    @Override
    public void reset() {
        next = 0;
        position = -1;
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) return false;
        clearAttributes();
        Placed placed = terms.get(next++);
        term.append(placed.term());
        step.setPositionIncrement(placed.position() - position);
        position = placed.position();
        return true;
    }

    private static List<Placed> placed(List<Unit> units) {
        List<Placed> terms = new ArrayList<>(units.size() + 8);
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            boolean goesOn = i + 1 < units.size() && units.get(i + 1).joined();
            if (!unit.joined() || !goesOn) terms.add(new Placed(unit.term(), i));
            if (goesOn) terms.add(new Placed(unit.term() + units.get(i + 1).term(), i));
        }
        return terms;
    }

    /** The terms by which a phrase of these units is found: pairs where characters are joined, units elsewhere. */
    static List<Placed> covering(List<Unit> units) {
        List<Placed> terms = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            boolean goesOn = i + 1 < units.size() && units.get(i + 1).joined();
            if (goesOn) terms.add(new Placed(unit.term() + units.get(i + 1).term(), i));
            else if (!unit.joined()) terms.add(new Placed(unit.term(), i));
        }
        return terms;
    }
}
