package huisheng.index;

import huisheng.review.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A query that was read: a tree of conditions on one review. */
sealed interface QueryNode {
    /** All of them hold; true where there are none. */
    record And(List<QueryNode> parts) implements QueryNode {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<QueryNode> parts) implements QueryNode {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(QueryNode part) implements QueryNode {}

    /** The text holds these units in a row; with {@code prefix} there is one, a word that need only begin so. */
    record Phrase(List<Unit> units, boolean prefix) implements QueryNode {
        public Phrase {
            units = List.copyOf(units);
        }
    }

    /** Any of the values in the dimension. */
    record Is(Dimension dimension, Set<String> values) implements QueryNode {
        public Is {
            values = Set.copyOf(values);
        }
    }

    /** Likes, both ends included. */
    record Likes(long from, long to) implements QueryNode {}

    /** The phrases that a hit can show: those that are asked for, not those that are ruled out. */
    default List<Phrase> shown() {
        List<Phrase> phrases = new ArrayList<>();
        gather(this, phrases);
        return phrases;
    }

    private static void gather(QueryNode node, List<Phrase> into) {
        switch (node) {
            case And and -> and.parts().forEach(part -> gather(part, into));
            case Or or -> or.parts().forEach(part -> gather(part, into));
            case Phrase phrase -> into.add(phrase);
            case Is is
            when is.dimension() == Dimension.KEYWORD ->
                is.values().forEach(value -> into.add(new Phrase(Unit.of(value), false)));
            case Is is -> {}
            case Not not -> {}
            case Likes likes -> {}
        }
    }
}
