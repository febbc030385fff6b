package huisheng.privacy;

import huisheng.review.PiiType;

/** Mail addresses: a local part, the sign, a domain with at least one dot. */
final class EmailFinder implements Finder {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 120;

    @Override
    public void find(String folded, Spans spans) {
        for (int at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
            int start = localStart(folded, at);
            int end = domainEnd(folded, at + 1);
            if (start < at && end > at) spans.add(PiiType.EMAIL, start, end);
        }
    }

    private static int localStart(String text, int at) {
        int i = at;
        while (i > 0 && at - i < LONGEST_LOCAL && isLocal(text.charAt(i - 1))) i--;
        while (i < at && !Chars.isAlnum(text.charAt(i))) i++;
        return i;
    }

    private static boolean isLocal(char c) {
        return Chars.isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
    }

    /** End of the domain, -1 where none starts here. */
    private static int domainEnd(String text, int start) {
        int last = Math.min(text.length(), start + LONGEST_DOMAIN);
        int i = start;
        while (i < last && (Chars.isAlnum(text.charAt(i)) || text.charAt(i) == '.' || text.charAt(i) == '-')) i++;
        while (i > start && !Chars.isLetter(text.charAt(i - 1))) i--;
        int dot = text.lastIndexOf('.', i - 1);
        return dot > start && i - dot > 2 ? i : -1;
    }
}
