package huisheng.index;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Which pipelines read the reviews of a query. */
final class Pipelines {
    private Pipelines() {}

    /** In order. Mostly there is one for all, and then no review need be looked at. */
    static List<String> of(IndexSearcher searcher, Vocabulary.Cache vocabularies, Query query) throws IOException {
        Vocabulary all = vocabularies.of(searcher.getIndexReader(), Fields.PIPELINE);
        if (all.size() == 1 && searcher.count(query) > 0) return List.of(all.value(0));
        ValueCounts counts = new ValueCounts(vocabularies, searcher.getIndexReader(), Fields.PIPELINE);
        Pass.over(searcher, query, counts);
        List<String> versions = new java.util.ArrayList<>();
        for (int number : IntStream.range(0, all.size())
                .filter(n -> counts.counts()[n] > 0)
                .toArray()) {
            versions.add(all.value(number));
        }
        return versions;
    }
}
