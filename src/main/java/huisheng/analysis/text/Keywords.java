package huisheng.analysis.text;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.Token;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Content words, and the phrases that say something of them: noun + adjective (口感辛辣), adjective + noun, verb +
 * complement, each with its negation (不好喝). A phrase stands before its words.
 */
public final class Keywords implements Stage {
    static final int MAX = 30;
    private static final int LONGEST = 12;

    private final Set<String> stopwords;

    /** @param more stopwords of the pack */
    public Keywords(Collection<String> more) {
        stopwords = new HashSet<>(Stopwords.ALL);
        stopwords.addAll(more);
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.LANGUAGE, Layer.CLAUSES, Layer.TOKENS);
    }

    @Override
    public Layer adds() {
        return Layer.KEYWORDS;
    }

    @Override
    public void annotate(Draft draft) {
        if (LanguageStage.OTHER.equals(draft.language)) return;
        Set<String> found = new LinkedHashSet<>();
        for (Clause clause : draft.clauses) {
            if (found.size() >= MAX) break;
            collect(draft.tokens.subList(clause.firstToken(), clause.endToken()), found);
        }
        draft.keywords = found.stream().limit(MAX).toList();
    }

    private void collect(List<Token> clause, Set<String> found) {
        Word[] words = Word.of(clause);
        for (int i = 0; i < words.length; i++) {
            Token token = clause.get(i);
            Word word = words[i];
            if (word == Word.NEGATION) {
                addNegated(clause, words, i, found);
            } else if (word == Word.NOUN || word == Word.VERB) {
                addJudged(clause, words, i, found);
            } else if (word == Word.ADJECTIVE) {
                addModified(clause, words, i, found);
            }
            if (word.isContent() && isWorthy(token.word()) && !isNegated(words, i)) found.add(normal(token.word()));
        }
    }

    /** 不 + 好喝, 没有 + 异味, 不 + 好 + 喝. */
    private void addNegated(List<Token> clause, Word[] words, int at, Set<String> found) {
        int next = at + 1;
        while (next < clause.size() && words[next] == Word.DEGREE) next++;
        if (next >= clause.size() || !words[next].isContent()) return;
        Token head = clause.get(next);
        String negation = clause.get(at).word();
        String phrase = negation + head.word();
        if (head.word().length() == 1 && next + 1 < clause.size() && words[next + 1] == Word.VERB) {
            phrase += clause.get(next + 1).word();
        }
        add(phrase, found);
    }

    /** Noun or verb, degree words skipped, then an adjective or a negated one: 物流(很)慢, 酒体不纯. */
    private void addJudged(List<Token> clause, Word[] words, int at, Set<String> found) {
        Token head = clause.get(at);
        if (stopwords.contains(head.word())) return;
        String negation = "";
        for (int next = at + 1; next < clause.size() && next <= at + 4; next++) {
            Token token = clause.get(next);
            switch (words[next]) {
                case DEGREE, PARTICLE -> {}
                case NEGATION -> negation = token.word();
                case ADJECTIVE -> {
                    add(head.word() + negation + token.word(), found);
                    return;
                }
                case VERB -> {
                    if (!negation.isEmpty()) add(head.word() + negation + token.word(), found);
                    return;
                }
                default -> {
                    return;
                }
            }
        }
    }

    /** 好评 is a word of its own; 精美(的)包装 a phrase. */
    private void addModified(List<Token> clause, Word[] words, int at, Set<String> found) {
        int next = at + 1;
        if (next < clause.size() && clause.get(next).word().equals("的")) next++;
        if (next >= clause.size() || isNegated(words, at)) return;
        Token noun = clause.get(next);
        if (words[next] == Word.NOUN
                && !stopwords.contains(noun.word())
                && noun.word().length() > 1) {
            add(clause.get(at).word() + noun.word(), found);
        }
    }

    private static boolean isNegated(Word[] words, int at) {
        return at > 0 && words[at - 1] == Word.NEGATION;
    }

    private void add(String phrase, Set<String> found) {
        if (phrase.length() > 1 && phrase.length() <= LONGEST && !stopwords.contains(phrase)) found.add(normal(phrase));
    }

    private boolean isWorthy(String word) {
        return word.length() > 1 && word.length() <= LONGEST && !stopwords.contains(word);
    }

    private String normal(String word) {
        return word.charAt(0) < 128 ? word.toLowerCase(java.util.Locale.ROOT) : word;
    }

    /** What a token can be in a phrase. */
    private enum Word {
        NOUN,
        VERB,
        ADJECTIVE,
        NEGATION,
        DEGREE,
        PARTICLE,
        OTHER;

        private static final List<String> NEGATIONS =
                List.of("不", "没", "没有", "无", "未", "不太", "不够", "不是", "不会", "不能", "毫无", "并不", "从不", "不大", "不怎么");
        private static final List<String> DEGREES = List.of(
                "很", "太", "非常", "特别", "超", "超级", "真", "真的", "真是", "挺", "蛮", "比较", "好", "十分", "相当", "有点", "有点儿", "有些",
                "极", "极其", "更", "最", "也", "都", "还", "又", "就", "确实", "实在", "稍", "稍微", "略", "略微", "偏", "过于");

        private static final Map<String, Word> FUNCTION_WORDS = functionWords();
        private static final int LONGEST_FUNCTION_WORD = 3;

        private static Map<String, Word> functionWords() {
            Map<String, Word> words = new HashMap<>();
            for (String word : DEGREES) words.put(word, DEGREE);
            for (String word : NEGATIONS) words.put(word, NEGATION);
            return words;
        }

        boolean isContent() {
            return this == NOUN || this == VERB || this == ADJECTIVE;
        }

        static Word[] of(List<Token> tokens) {
            Word[] words = new Word[tokens.size()];
            for (int i = 0; i < words.length; i++) words[i] = of(tokens.get(i));
            return words;
        }

        private static Word of(Token token) {
            String word = token.word();
            String nature = token.nature();
            Word function = word.length() > LONGEST_FUNCTION_WORD ? null : FUNCTION_WORDS.get(word);
            if (function == NEGATION) return NEGATION;
            if (function == DEGREE && !nature.startsWith("n")) return word.equals("好") ? ADJECTIVE : DEGREE;
            return switch (nature.charAt(0)) {
                case 'n', 'g' -> nature.equals("nx") && word.length() < 2 ? OTHER : NOUN;
                case 'a', 'z', 'b' -> ADJECTIVE;
                case 'i', 'l' -> ADJECTIVE;
                case 'v' ->
                    nature.equals("vn")
                            ? NOUN
                            : nature.equals("vshi") || nature.equals("vyou") || nature.equals("vf") ? OTHER : VERB;
                case 'd' -> DEGREE;
                case 'u', 'y' -> PARTICLE;
                default -> OTHER;
            };
        }
    }
}
