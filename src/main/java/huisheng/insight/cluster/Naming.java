package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each cluster a label of what its members say, unlike the labels given before. */
final class Naming {
    /** That describe a cluster, at most. */
    static final int TERMS = 6;

    /** Of the members a word must be said by to stand in a label beside another. */
    private static final double LEAST_SHARE = 0.08;
    /** A longer word takes the place of its part where it is said nearly as often. */
    private static final double NEARLY = 0.7;

    /** Of the members that say one of the terms at least; fewer have nothing in common that can be told. */
    private static final double LEAST_COVERED = 0.4;

    private final Documents documents;
    /** Of each document. */
    private final List<Set<String>> candidates = new ArrayList<>();

    private final Map<String, Integer> everywhere = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    Naming(Documents documents) {
        this.documents = documents;
        for (int d = 0; d < documents.size(); d++) {
            int copies = documents.get(d).copies();
            Set<String> words = Candidates.of(documents.get(d));
            candidates.add(words);
            for (String word : words) everywhere.merge(word, copies, Integer::sum);
        }
    }

    record Name(String label, List<Cluster.Term> terms) {}

    /**
     * @param members numbers of the documents, the closest first
     * @return null where the members share too little, and none of them is said by several
     */
    @Nullable
    Name name(List<Integer> members) {
        List<Document> said = members.stream().map(documents::get).toList();
        boolean profiles = said.get(0).text().isEmpty();
        List<Cluster.Term> terms = terms(members, profiles ? 1 : 2);
        // 太咸, 盐放多了, 齁咸: what they share may be a character only
        if (!profiles && !isCovered(members, terms)) terms = withCharacters(members);
        boolean copied = said.stream().anyMatch(document -> document.copies() >= Clusters.MIN_MEMBERS);
        if (!copied && !isCovered(members, terms)) return null;
        for (String label : Labels.of(terms, said, LEAST_SHARE)) if (given.add(label)) return new Name(label, terms);
        String last = Labels.lastResort(said.get(0));
        String label = last;
        for (int number = 2; !given.add(label); number++) label = last + " " + number;
        return new Name(label, terms);
    }

    /** One character alone is too little: any two sentences may share it. */
    private List<Cluster.Term> withCharacters(List<Integer> members) {
        List<Cluster.Term> terms = terms(members, 1);
        return terms.size() > 1 ? terms : List.of();
    }

    private boolean isCovered(List<Integer> members, List<Cluster.Term> terms) {
        int size = 0;
        int covered = 0;
        for (int d : members) {
            int copies = documents.get(d).copies();
            size += copies;
            if (terms.stream().anyMatch(term -> candidates.get(d).contains(term.text()))) covered += copies;
        }
        return covered >= Clusters.MIN_MEMBERS && covered >= LEAST_COVERED * size;
    }

    private List<Cluster.Term> terms(List<Integer> members, int shortest) {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> keywords = new HashSet<>();
        int size = 0;
        for (int d : members) {
            Document document = documents.get(d);
            size += document.copies();
            keywords.addAll(document.words());
            for (String word : candidates.get(d)) counts.merge(word, document.copies(), Integer::sum);
        }
        List<Cluster.Term> scored = new ArrayList<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            boolean keyword = keywords.contains(count.getKey());
            boolean often = count.getValue() >= Candidates.least(count.getKey(), keyword);
            if (!often || count.getKey().length() < shortest) continue;
            Cluster.Term term = term(count.getKey(), count.getValue(), size, keyword);
            if (term.weight() > 0) scored.add(term);
        }
        scored.sort(Comparator.comparingDouble(Cluster.Term::weight).reversed().thenComparing(Cluster.Term::text));
        boolean profiles = documents.get(members.get(0)).text().isEmpty();
        return profiles ? scored.subList(0, Math.min(TERMS, scored.size())) : distinct(scored);
    }

    private Cluster.Term term(String word, int count, int size, boolean keyword) {
        double share = (double) count / size;
        double elsewhere = (everywhere.getOrDefault(word, count) + 0.5) / (documents.items() + Centres.BACKGROUND);
        double weight = share * Math.log(share / elsewhere) * Candidates.wordliness(word, keyword);
        return new Cluster.Term(word, share, weight);
    }

    /** Of words that hold each other one is kept: the longer one where it is said nearly as often. */
    private static List<Cluster.Term> distinct(List<Cluster.Term> scored) {
        List<Cluster.Term> kept = new ArrayList<>();
        for (Cluster.Term term : scored) {
            if (kept.size() == TERMS) break;
            Cluster.Term longest = term;
            for (Cluster.Term other : scored) {
                boolean holds = other.text().length() > longest.text().length()
                        && other.text().contains(longest.text());
                if (holds && other.share() >= NEARLY * term.share()) longest = other;
            }
            String text = longest.text();
            if (kept.stream().noneMatch(k -> k.text().contains(text) || text.contains(k.text()))) kept.add(longest);
        }
        return kept;
    }
}
