package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns a selection into a query of the index. The only door: every read goes through it, so none misses the scope. */
final class SelectionQuery {
    private SelectionQuery() {}

    static Query of(Selection selection) {
        return of(selection, new QueryNode.And(List.of()));
    }

    /** Reviews of the selection that fulfil the condition as well. */
    static Query of(Selection selection, QueryNode also) {
        Filter filter = selection.filter();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        selection.scope().only().forEach((dimension, values) -> query.add(in(dimension, values), Occur.FILTER));
        for (Map.Entry<Dimension, Set<String>> entry : filter.in().entrySet()) {
            query.add(in(entry.getKey(), entry.getValue()), Occur.FILTER);
        }
        if (filter.period() != null) query.add(during(filter.period()), Occur.FILTER);
        if (filter.noise() == Noise.EXCLUDE) query.add(noisy(), Occur.MUST_NOT);
        if (filter.noise() == Noise.ONLY) query.add(noisy(), Occur.FILTER);
        addAll(query, QueryParser.parse(filter.query()));
        addAll(query, also);
        // a query of exclusions alone matches nothing in Lucene
        return query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER).build();
    }

    /** Reviews of the selection with any of the values in any of the dimensions, an empty set standing for every value. */
    static Query having(Selection selection, Map<Dimension, Set<String>> values) {
        if (values.isEmpty()) return of(selection);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.forEach((dimension, some) ->
                any.add(some.isEmpty() ? new FieldExistsQuery(dimension.key()) : in(dimension, some), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(of(selection), Occur.FILTER)
                .add(any.build(), Occur.FILTER)
                .build();
    }

    private static void addAll(BooleanQuery.Builder query, QueryNode node) {
        if (node instanceof QueryNode.And and) and.parts().forEach(part -> add(query, part));
        else add(query, node);
    }

    private static void add(BooleanQuery.Builder query, QueryNode node) {
        switch (node) {
            case QueryNode.Not not -> query.add(of(not.part()), Occur.MUST_NOT);
            case QueryNode.Is is -> query.add(of(is), Occur.FILTER);
            case QueryNode.Likes likes -> query.add(of(likes), Occur.FILTER);
            default -> query.add(of(node), Occur.MUST);
        }
    }

    static Query of(QueryNode node) {
        return switch (node) {
            case QueryNode.And and -> all(and.parts());
            case QueryNode.Or or -> any(or.parts());
            case QueryNode.Not not -> all(List.of(not));
            case QueryNode.Phrase phrase -> phrase(phrase);
            case QueryNode.Is is -> in(is.dimension(), is.values());
            case QueryNode.Likes likes ->
                NumericDocValuesField.newSlowRangeQuery(Fields.LIKES, likes.from(), likes.to());
        };
    }

    private static Query all(List<QueryNode> parts) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        parts.forEach(part -> add(query, part));
        return query.build();
    }

    private static Query any(List<QueryNode> parts) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(of(part), Occur.SHOULD));
        return query.build();
    }

    private static Query phrase(QueryNode.Phrase phrase) {
        List<Unit> units = phrase.units();
        if (phrase.prefix())
            return new PrefixQuery(new Term(Fields.TEXT, units.getFirst().term()));
        if (units.size() == 1 && units.getFirst().character()) {
            return new TermQuery(new Term(Fields.CHARACTERS, units.getFirst().term()));
        }
        List<UnitStream.Placed> terms = UnitStream.covering(units);
        if (terms.size() == 1)
            return new TermQuery(new Term(Fields.TEXT, terms.getFirst().term()));
        PhraseQuery.Builder query = new PhraseQuery.Builder();
        terms.forEach(term -> query.add(new Term(Fields.TEXT, term.term()), term.position()));
        return query.build();
    }

    private static Query in(Dimension dimension, Set<String> values) {
        if (values.isEmpty()) return new MatchNoDocsQuery("no value of " + dimension.key() + " is admitted");
        List<BytesRef> terms =
                values.stream().map(Fields::value).map(BytesRef::new).toList();
        if (terms.size() == 1) return new TermQuery(new Term(dimension.key(), terms.getFirst()));
        return new TermInSetQuery(dimension.key(), terms);
    }

    private static Query during(Period period) {
        long from = ceilingMillis(period.from());
        long to = ceilingMillis(period.until()) - 1;
        if (from > to) return new MatchNoDocsQuery("a period of less than a millisecond");
        return new IndexSortSortedNumericDocValuesRangeQuery(
                Fields.WRITTEN_AT, from, to, NumericDocValuesField.newSlowRangeQuery(Fields.WRITTEN_AT, from, to));
    }

    /** The index keeps whole milliseconds, rounded down. */
    private static long ceilingMillis(Instant instant) {
        long millis = millis(instant);
        return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
    }

    /** Far instants that a caller may name as "always" would overflow. */
    static long millis(Instant instant) {
        if (instant.getEpochSecond() > Long.MAX_VALUE / 4000) return Long.MAX_VALUE / 2;
        if (instant.getEpochSecond() < Long.MIN_VALUE / 4000) return Long.MIN_VALUE / 2;
        return instant.toEpochMilli();
    }

    private static Query noisy() {
        return new TermQuery(new Term(Fields.NOISY, Fields.YES));
    }
}
