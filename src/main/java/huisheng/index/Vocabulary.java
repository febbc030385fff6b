package huisheng.index;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/** Numbers the values of a field over all segments of one reader. Safe from any thread. */
final class Vocabulary {
    private final List<LeafReaderContext> segments;
    private final String field;
    private final OrdinalMap map;

    private Vocabulary(IndexReader reader, String field) throws IOException {
        this.segments = reader.leaves();
        this.field = field;
        SortedSetDocValues[] values = new SortedSetDocValues[segments.size()];
        for (int i = 0; i < values.length; i++) values[i] = SegmentValues.values(segments.get(i), field);
        this.map = OrdinalMap.build(null, values, PackedInts.DEFAULT);
    }

    int size() {
        return Math.toIntExact(map.getValueCount());
    }

    /** Leads from the numbers of a segment to those of the whole. */
    LongValues ofSegment(LeafReaderContext segment) {
        return map.getGlobalOrds(segment.ord);
    }

    /** -1 where no review has the value. */
    int number(String value) throws IOException {
        BytesRef term = new BytesRef(Fields.value(value));
        for (LeafReaderContext segment : segments) {
            long ordinal = SegmentValues.values(segment, field).lookupTerm(term);
            if (ordinal >= 0) return (int) ofSegment(segment).get(ordinal);
        }
        return -1;
    }

    String value(int number) throws IOException {
        SortedSetDocValues values = SegmentValues.values(segments.get(map.getFirstSegmentNumber(number)), field);
        return values.lookupOrd(map.getFirstSegmentOrd(number)).utf8ToString();
    }

    /** Vocabularies are dear to build and hold for as long as their reader is open. */
    static final class Cache {
        private final Map<IndexReader.CacheKey, Map<String, Vocabulary>> byReader = new ConcurrentHashMap<>();

        Vocabulary of(IndexReader reader, String field) throws IOException {
            IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
            Map<String, Vocabulary> known = byReader.get(helper.getKey());
            if (known == null) {
                Map<String, Vocabulary> fresh = new ConcurrentHashMap<>();
                Map<String, Vocabulary> earlier = byReader.putIfAbsent(helper.getKey(), fresh);
                if (earlier == null) helper.addClosedListener(byReader::remove);
                known = earlier == null ? fresh : earlier;
            }
            Vocabulary vocabulary = known.get(field);
            if (vocabulary == null) {
                vocabulary = new Vocabulary(reader, field);
                known.put(field, vocabulary);
            }
            return vocabulary;
        }
    }
}
