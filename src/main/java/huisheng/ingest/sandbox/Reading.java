package huisheng.ingest.sandbox;

import huisheng.analysis.Pipeline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How reviews are read.
 *
 * @param aspects names by id, in the order of the pack
 * @param lineage the pack in use and those it extends
 */
record Reading(Pipeline pipeline, Map<String, String> aspects, List<String> lineage) {
    Reading {
        aspects = Collections.unmodifiableMap(new LinkedHashMap<>(aspects));
        lineage = List.copyOf(lineage);
    }
}
