package huisheng.analysis.text;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts the text where a thought ends. The sign belongs to no clause; it is told in its full-width form. */
public final class Clauses implements Stage {
    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.NORMALISED, Layer.TOKENS);
    }

    @Override
    public Layer adds() {
        return Layer.CLAUSES;
    }

    @Override
    public void annotate(Draft draft) {
        String text = draft.normalised;
        List<Token> tokens = draft.tokens;
        List<Clause> clauses = new ArrayList<>();
        int first = 0;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            char closing = at == text.length() ? 0 : closing(text, at);
            if (at < text.length() && closing == 0) continue;
            int from = first;
            while (from < tokens.size() && tokens.get(from).end() <= start) from++;
            int to = from;
            while (to < tokens.size() && tokens.get(to).start() < at) to++;
            add(new Clause(start, at, from, to, closing), text, clauses);
            first = to;
            start = at + 1;
        }
        draft.clauses = List.copyOf(clauses);
    }

    private static void add(Clause clause, String text, List<Clause> clauses) {
        int start = clause.start();
        int end = clause.end();
        while (start < end && NormalText.isBlank(text.charAt(start))) start++;
        while (end > start && NormalText.isBlank(text.charAt(end - 1))) end--;
        if (start < end) {
            clauses.add(new Clause(start, end, clause.firstToken(), clause.endToken(), clause.closing()));
        } else if (!clauses.isEmpty()
                && isStronger(clause.closing(), clauses.getLast().closing())) {
            Clause last = clauses.getLast();
            clauses.set(
                    clauses.size() - 1,
                    new Clause(last.start(), last.end(), last.firstToken(), last.endToken(), clause.closing()));
        }
    }

    /** Of a run of signs (！？, …？) the question decides how the clause is read. */
    private static boolean isStronger(char sign, char than) {
        return sign == '？' && than != '？';
    }

    /** The sign that parts the text here, or 0. */
    private static char closing(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '，', '。', '！', '？', '；', '…', '\n', '～' -> c;
            case '?' -> '？';
            case '!' -> '！';
            case ';' -> '；';
            case '~' -> '～';
            case ',' -> isBetweenDigits(text, at) ? 0 : '，';
            case '.' -> isDotInside(text, at) ? 0 : '。';
            case ' ' -> isLatin(text, at - 1) && isLatin(text, at + 1) ? 0 : ' ';
            default -> 0;
        };
    }

    private static boolean isBetweenDigits(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private static boolean isDotInside(String text, int at) {
        return isLatin(text, at - 1) && isLatin(text, at + 1);
    }

    /** Letters, digits and the signs around English words. */
    private static boolean isLatin(String text, int at) {
        if (at < 0 || at >= text.length()) return false;
        char c = text.charAt(at);
        return c < 0x250 && c != '\n' && c != '!' && c != '?';
    }
}
