package huisheng.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the search language: {@code 漏酒 OR "瓶口 漏"}, {@code (口感辛辣 -便宜) brand:甲 rating:1..2}. Terms side by side must
 * all be there; AND binds tighter than OR; NOT and a leading {@code -} rule out. Chinese quotes, brackets and colons count
 * as their Latin counterparts. Time and memory are bounded by the three limits.
 */
final class QueryParser {
    static final int MAX_LENGTH = 1000;
    static final int MAX_DEPTH = 20;
    static final int MAX_CLAUSES = 100;

    private final String text;
    private int at;
    private int clauses;

    private QueryParser(String text) {
        this.text = text;
    }

    /** @throws QueryException where the text is no query */
    static QueryNode parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new QueryException(
                    "查询语句最长 " + MAX_LENGTH + " 个字符，现有 " + text.length() + " 个",
                    "a query may have " + MAX_LENGTH + " characters, not " + text.length(),
                    MAX_LENGTH);
        }
        QueryParser parser = new QueryParser(text);
        parser.skipBlanks();
        if (parser.atEnd()) return new QueryNode.And(List.of());
        QueryNode node = parser.any(0);
        if (!parser.atEnd()) throw parser.error("这个括号没有与之对应的左括号", "this bracket closes nothing");
        return node;
    }

    private QueryNode any(int depth) {
        List<QueryNode> parts = new ArrayList<>();
        do parts.add(all(depth));
        while (take("OR"));
        return parts.size() == 1 ? parts.getFirst() : new QueryNode.Or(parts);
    }

    private QueryNode all(int depth) {
        List<QueryNode> parts = new ArrayList<>();
        do parts.add(one(depth));
        while (take("AND") || startsOperand());
        return parts.size() == 1 ? parts.getFirst() : new QueryNode.And(parts);
    }

    private QueryNode one(int depth) {
        if (depth > MAX_DEPTH)
            throw error("括号与否定最多嵌套 " + MAX_DEPTH + " 层", "brackets and negations may be nested " + MAX_DEPTH + " deep");
        if (!startsOperand()) throw error("这里缺少检索词", "a term is missing here");
        if (take("NOT")) return new QueryNode.Not(one(depth + 1));
        if (text.charAt(at) == '-') {
            at++;
            if (atEnd() || Character.isWhitespace(text.charAt(at)))
                throw error("“-” 后面缺少检索词", "a term is missing after '-'");
            return new QueryNode.Not(one(depth + 1));
        }
        if (opens(text.charAt(at))) return bracket(depth);
        return leaf();
    }

    private QueryNode bracket(int depth) {
        int open = at++;
        QueryNode inner = any(depth + 1);
        if (atEnd()) throw new QueryException("这个括号没有闭合", "this bracket is never closed", open);
        at++;
        skipBlanks();
        return inner;
    }

    private QueryNode leaf() {
        if (++clauses > MAX_CLAUSES)
            throw error("一条查询最多 " + MAX_CLAUSES + " 个检索词", "a query may have " + MAX_CLAUSES + " terms");
        int start = at;
        QueryNode leaf;
        if (quotes(text.charAt(at))) {
            leaf = QueryTerms.phrase(quoted(), start);
        } else {
            String word = word(true);
            leaf = atColon(word) ? field(word, start) : QueryTerms.word(word, start);
        }
        skipBlanks();
        return leaf;
    }

    private QueryNode field(String name, int start) {
        at++;
        int valueStart = at;
        String value = atEnd() ? "" : quotes(text.charAt(at)) ? quoted() : word(false);
        if (value.isBlank())
            throw new QueryException("“" + name + ":” 后面缺少取值", "a value is missing after '" + name + ":'", valueStart);
        return QueryTerms.field(name, value, start, valueStart);
    }

    private String quoted() {
        int open = at++;
        int start = at;
        while (!atEnd() && !quotes(text.charAt(at))) at++;
        if (atEnd()) throw new QueryException("这个引号没有闭合", "this quotation mark is never closed", open);
        return text.substring(start, at++);
    }

    /** Up to a blank, bracket or quotation mark, and where a field may be named, up to the colon after its name. */
    private String word(boolean named) {
        int start = at;
        boolean name = named;
        while (!atEnd()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || opens(c) || closes(c) || quotes(c)) break;
            if (name && at > start && colon(c)) break;
            name &= asciiLetter(c);
            at++;
        }
        return text.substring(start, at);
    }

    private boolean atColon(String name) {
        return !name.isEmpty()
                && !atEnd()
                && colon(text.charAt(at))
                && name.chars().allMatch(c -> asciiLetter((char) c));
    }

    /** Takes the operator if it stands here as a word of its own. */
    private boolean take(String operator) {
        if (!standsHere(operator)) return false;
        at += operator.length();
        skipBlanks();
        return true;
    }

    private boolean standsHere(String operator) {
        if (!text.startsWith(operator, at)) return false;
        int end = at + operator.length();
        if (end == text.length()) return true;
        char next = text.charAt(end);
        return Character.isWhitespace(next) || opens(next) || closes(next) || quotes(next);
    }

    private boolean startsOperand() {
        return !atEnd() && !closes(text.charAt(at)) && !standsHere("OR") && !standsHere("AND");
    }

    private void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private boolean atEnd() {
        return at == text.length();
    }

    private QueryException error(String chinese, String english) {
        return new QueryException(chinese, english, at);
    }

    private static boolean opens(char c) {
        return c == '(' || c == '（';
    }

    private static boolean closes(char c) {
        return c == ')' || c == '）';
    }

    private static boolean quotes(char c) {
        return c == '"' || c == '“' || c == '”' || c == '＂';
    }

    private static boolean colon(char c) {
        return c == ':' || c == '：';
    }

    private static boolean asciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
