package huisheng.http;

import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Selection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Aspects as people name them: 包装 is packaging. A name that no aspect of the pack has is refused, because every figure
 * about it would be a zero that means nothing.
 */
final class AspectIds {
    private static final String ASPECT = Dimension.ASPECT.key();

    /** By id. */
    private final Map<String, String> names;

    AspectIds(Map<String, String> names) {
        this.names = names;
    }

    InsightQuestion of(InsightQuestion asked) {
        Filter filter = asked.selection().filter();
        Set<String> aspects = filter.in().get(Dimension.ASPECT);
        if (aspects != null) filter = filter.with(Dimension.ASPECT, ids(ASPECT, aspects));
        Map<String, String> given = new LinkedHashMap<>(asked.given());
        given.computeIfPresent(ASPECT, (name, text) -> text.isBlank() ? text : id(name, text));
        boolean of = ASPECT.equals(given.get("measure"));
        if (of) given.computeIfPresent("of", (name, text) -> text.isBlank() ? text : id(name, text));
        Selection selection = new Selection(asked.selection().scope(), filter);
        return new InsightQuestion(asked.question(), selection, given, asked.stop());
    }

    private Set<String> ids(String parameter, Set<String> given) {
        Set<String> ids = new LinkedHashSet<>();
        for (String aspect : given) ids.add(id(parameter, aspect));
        return ids;
    }

    private String id(String parameter, String given) {
        String wanted = given.strip();
        if (names.containsKey(wanted)) return wanted;
        List<String> named = names.entrySet().stream()
                .filter(aspect -> aspect.getValue().equals(wanted))
                .map(Map.Entry::getKey)
                .toList();
        if (named.size() == 1) return named.getFirst();
        throw ProblemException.parameter(parameter, "enum", String.join(", ", new TreeSet<>(names.keySet())));
    }
}
