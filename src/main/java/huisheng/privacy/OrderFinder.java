package huisheng.privacy;

import huisheng.review.PiiType;
import java.util.regex.Pattern;

/** Order and waybill numbers: by a carrier's letters, by the words before, or by sheer length. */
final class OrderFinder implements Finder {
    private static final int LONGEST = 40;
    private static final int BARE_DIGITS = 15;
    /** Fewer different digits, 666666 or 12121212, are typed for fun. */
    private static final int DISTINCT = 4;

    private static final Pattern CARRIER =
            Pattern.compile("(?i)(?:SF|JD[A-Z]{0,3}|YT|YTO|ZTO|ZT|STO|ST|YD|JT|JTSD|EMS|DPK|DP|HT|HTKY|"
                    + "TT|UC|CN|TB|TM|PDD|DD|DY|KS|XHS|KY|LP|TMALL|ANE|BEST)[0-9]{8,}+");
    private static final Pattern POSTAL = Pattern.compile("[A-Z]{2}[0-9]{9}(?:CN|HK|TW|US|JP)");

    @Override
    public void find(String folded, Spans spans) {
        int i = 0;
        while (i < folded.length()) {
            if (!Chars.isAlnum(folded.charAt(i))) {
                i++;
                continue;
            }
            int end = tokenEnd(folded, i);
            examine(folded, i, end, spans);
            i = end;
        }
    }

    private static void examine(String text, int start, int end, Spans spans) {
        int digits = digits(text, start, end);
        if (digits < 4) return;
        boolean named = Cues.order(text, start);
        int longer = named && digits == end - start ? spacedEnd(text, end) : end;
        if (longer - start > LONGEST) return;
        boolean lettered = Chars.isLetter(text.charAt(start));
        int all = digits(text, start, longer);
        if (named ? all >= (lettered ? 8 : 10) : unnamed(text, start, end, all))
            spans.add(PiiType.ORDER, start, longer);
    }

    private static boolean unnamed(String text, int start, int end, int digits) {
        if (digits < 8 || Cues.product(text, start)) return false;
        String token = text.substring(start, end);
        if (CARRIER.matcher(token).matches() || POSTAL.matcher(token).matches()) return true;
        if (digits < token.length()) return false;
        if (Chars.at(text, start - 1) == '/' || token.chars().distinct().count() < DISTINCT) return false;
        return digits >= BARE_DIGITS || (digits >= 12 && Cues.carriage(text, start));
    }

    /** End of a run of letters and digits; a dash joins two digits. */
    private static int tokenEnd(String text, int start) {
        int i = start;
        while (Chars.isAlnum(Chars.at(text, i)) || joins(text, i)) i++;
        return i;
    }

    private static boolean joins(String text, int i) {
        return Chars.at(text, i) == '-' && Chars.isDigit(Chars.at(text, i - 1)) && Chars.isDigit(Chars.at(text, i + 1));
    }

    /** Where the number was typed in groups of at least three digits: the end of the last group. */
    private static int spacedEnd(String text, int end) {
        int i = end;
        while (Chars.at(text, i) == ' ' && i - end < LONGEST) {
            int next = i + 1;
            while (Chars.isDigit(Chars.at(text, next)) && next - end < LONGEST) next++;
            if (next - i < 4 || Chars.isLetter(Chars.at(text, next))) break;
            i = next;
        }
        return i;
    }

    private static int digits(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) if (Chars.isDigit(text.charAt(i))) digits++;
        return digits;
    }
}
