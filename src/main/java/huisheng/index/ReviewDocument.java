package huisheng.index;

import huisheng.review.AnalysedReview;
import huisheng.review.Dimension;
import huisheng.review.DimensionValues;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** What the index keeps of a review. */
final class ReviewDocument {
    private static final FieldType PHRASES = tokens(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType CHARACTERS = tokens(IndexOptions.DOCS, true);

    private ReviewDocument() {}

    static Term key(long id) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(id, bytes, 0);
        return new Term(Fields.ID, new BytesRef(bytes));
    }

    static Document of(AnalysedReview analysed) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, key(analysed.id()).bytes(), Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.ID, analysed.id()));
        document.add(NumericDocValuesField.indexedField(
                Fields.WRITTEN_AT, SelectionQuery.millis(analysed.review().writtenAt())));
        document.add(new NumericDocValuesField(Fields.LIKES, analysed.review().likes()));
        addText(document, analysed.analysis().text());
        for (Dimension dimension : Dimension.values()) addDimension(document, analysed, dimension);
        if (!analysed.analysis().noise().isEmpty()) {
            document.add(new StringField(Fields.NOISY, Fields.YES, Field.Store.NO));
        }
        document.add(new SortedSetDocValuesField(
                Fields.PIPELINE, new BytesRef(analysed.analysis().pipeline())));
        String spans = Spans.write(analysed.analysis());
        if (!spans.isEmpty()) document.add(new StoredField(Fields.SPANS, spans));
        return document;
    }

    private static void addText(Document document, String text) {
        List<Unit> units = Unit.of(text);
        document.add(new StoredField(Fields.TEXT, text));
        document.add(new Field(Fields.TEXT, UnitStream.of(units), PHRASES));
        document.add(new Field(Fields.CHARACTERS, UnitStream.characters(units), CHARACTERS));
    }

    private static void addDimension(Document document, AnalysedReview analysed, Dimension dimension) {
        for (String value : cut(DimensionValues.of(analysed, dimension))) {
            document.add(
                    Fields.counted(dimension)
                            ? new KeywordField(dimension.key(), value, Field.Store.NO)
                            : new StringField(dimension.key(), value, Field.Store.NO));
        }
        for (String alias : cut(DimensionValues.aliases(analysed, dimension))) {
            document.add(new StringField(dimension.key(), alias, Field.Store.NO));
        }
    }

    /** Two that are cut alike are one; hardly any is so long, and this is asked thirty times a review. */
    private static Set<String> cut(Set<String> values) {
        for (String value : values) {
            if (!Fields.isWhole(value)) return allCut(values);
        }
        return values;
    }

    private static Set<String> allCut(Set<String> values) {
        return values.stream().map(Fields::value).collect(Collectors.toSet());
    }

    private static FieldType tokens(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
