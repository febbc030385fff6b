package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Labels for a cluster, the best first: a span that members say, two of its words, one of them, a member's text. */
final class Labels {
    /** Characters between the two words of a span. */
    private static final int WIDEST_GAP = 2;

    private static final int LONGEST_TEXT = 14;
    private static final int PHRASES = 5;
    private static final Pattern CLAUSE_END = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Labels() {}

    static List<String> of(List<Cluster.Term> terms, List<Document> said, double leastShare) {
        List<String> labels = new ArrayList<>();
        if (terms.isEmpty()) return labels;
        boolean profiles = said.get(0).text().isEmpty();
        String first = terms.get(0).text();
        for (Cluster.Term term : terms.subList(1, terms.size())) {
            if (term.share() < leastShare || (!profiles && shareCharacter(first, term.text()))) continue;
            String span = profiles ? "" : span(first, term.text(), said);
            if (!span.isEmpty()) labels.add(span);
        }
        for (Cluster.Term term : terms.subList(1, terms.size())) {
            if (term.share() < leastShare || (!profiles && shareCharacter(first, term.text()))) continue;
            labels.add(first + (profiles ? " · " : "、") + term.text());
        }
        labels.add(first);
        if (first.length() == 1) labels.addAll(0, phrases(first, said));
        return labels;
    }

    /** A character alone is no label: the shortest clauses that hold it. */
    private static List<String> phrases(String character, List<Document> said) {
        return said.stream()
                .flatMap(document -> CLAUSE_END.splitAsStream(document.text()))
                .map(clause -> Wording.unframed(clause))
                .filter(clause -> clause.contains(character) && clause.length() > 1)
                .sorted(Comparator.comparingInt(String::length))
                .limit(PHRASES)
                .toList();
    }

    static String lastResort(Document closest) {
        String text = closest.text().isEmpty() ? String.join(" · ", closest.words()) : closest.text();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    /** The stretch from one word to the other that is said most often; of equals the shortest. Empty where none is short. */
    private static String span(String one, String other, List<Document> said) {
        Map<String, Integer> spans = new TreeMap<>();
        for (Document document : said) {
            String span = stretch(document.text(), one, other);
            if (!span.isEmpty()) spans.merge(span, document.copies(), Integer::sum);
        }
        return spans.entrySet().stream()
                .min(Comparator.comparingInt((Map.Entry<String, Integer> span) -> -span.getValue())
                        .thenComparingInt(span -> span.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String stretch(String text, String one, String other) {
        int a = text.indexOf(one);
        int b = text.indexOf(other);
        if (a < 0 || b < 0) return "";
        int gap = a < b ? b - a - one.length() : a - b - other.length();
        if (gap < 0 || gap > WIDEST_GAP) return "";
        String span = text.substring(Math.min(a, b), Math.max(a + one.length(), b + other.length()));
        return span.codePoints().allMatch(Character::isLetterOrDigit) ? span : "";
    }

    private static boolean shareCharacter(String one, String other) {
        return one.chars().anyMatch(c -> other.indexOf(c) >= 0);
    }
}
