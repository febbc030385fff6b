package huisheng.analysis.english;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.TokenizerFactory;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Cuts an English text into words and sentences by Stanford CoreNLP, which needs no model for it. */
final class Words {
    private static final String OPTIONS =
            "untokenizable=noneKeep,ptb3Escaping=false,quotes=not_cp1252,splitHyphenated=true,invertible=false";
    /** A longer text is read up to here. */
    private static final int MAX_LENGTH = 20_000;
    /** The lexer looks far ahead within one unbroken run: no word of a review is longer. */
    private static final int LONGEST_WORD = 40;
    /** Lemmas remembered at most: the words of reviews repeat, those of nonsense do not. */
    private static final int MAX_LEMMAS = 50_000;

    private static final WordToSentenceProcessor<CoreLabel> SPLITTER = new WordToSentenceProcessor<>();
    private static final TokenizerFactory<CoreLabel> TOKENIZERS =
            PTBTokenizer.PTBTokenizerFactory.newCoreLabelTokenizerFactory(OPTIONS);
    private static final Map<String, String> LEMMAS = new ConcurrentHashMap<>();

    private Words() {}

    static List<Word> of(String text) {
        String read = readable(text);
        List<CoreLabel> labels = TOKENIZERS.getTokenizer(new StringReader(read)).tokenize();
        List<Word> words = new ArrayList<>(labels.size());
        int number = 0;
        for (List<CoreLabel> sentence : SPLITTER.process(labels)) {
            for (CoreLabel label : sentence) add(words, label, number, read);
            number++;
        }
        return words;
    }

    private static void add(List<Word> words, CoreLabel label, int sentence, String text) {
        int start = label.beginPosition();
        int end = Math.min(label.endPosition(), text.length());
        if (start < 0 || start >= end) return;
        String lower = text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
        if (lower.isBlank()) return;
        words.add(new Word(lower, lemma(lower), start, end, sentence));
    }

    /** As long as the text, with blanks for what no word of a review holds. */
    private static String readable(String text) {
        char[] read = text.substring(0, Math.min(text.length(), MAX_LENGTH)).toCharArray();
        int run = 0;
        for (int i = 0; i < read.length; i++) {
            run = Character.isWhitespace(read[i]) ? 0 : run + 1;
            if (run > LONGEST_WORD) {
                read[i] = ' ';
                run = 0;
            }
        }
        return new String(read);
    }

    private static String lemma(String word) {
        if (!isPlain(word)) return word;
        String known = LEMMAS.get(word);
        if (known != null) return known;
        String lemma = new Morphology().stem(word);
        if (lemma == null || lemma.isEmpty()) return word;
        if (LEMMAS.size() < MAX_LEMMAS) LEMMAS.put(word, lemma);
        return lemma;
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') return false;
        }
        return word.length() > 2;
    }
}
