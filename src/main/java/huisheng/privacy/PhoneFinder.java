package huisheng.privacy;

import huisheng.review.PiiType;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Personal numbers: mainland mobiles however they are spelled, Taiwan mobiles, and home lines that are called so. */
final class PhoneFinder implements Finder {
    private static final int PLACES = 11;
    /** Fewer true digits than this, and a word of O, l and I is more likely a word. */
    private static final int TRUE_DIGITS = 6;

    private static final Set<String> GROUPS = Set.of(
            "11",
            "344",
            "38",
            "74",
            "434",
            "335",
            "56",
            "443",
            "353",
            "11111111111",
            "3422",
            "32222",
            "2225",
            "1334",
            "1244",
            "12332");
    private static final Set<String> LEADS =
            Set.of("tel", "phone", "mobile", "call", "mob", "ph", "t", "vx", "wx", "v");
    private static final Pattern TAIWAN =
            Pattern.compile("(?<![0-9A-Za-z])09[0-9]{2}(-?)[0-9]{3}\\1[0-9]{3}(?![0-9A-Za-z])");
    private static final Pattern LINE =
            Pattern.compile("(?<![0-9])\\(?0[1-9][0-9]{1,2}\\)?[- ]?[2-9][0-9]{6,7}(?![0-9])");

    @Override
    public void find(String folded, Spans spans) {
        for (int i = 0; i < folded.length(); i++) {
            if (value(folded.charAt(i)) == 1) mobile(folded, i, spans);
        }
        if (Chars.hasRun(folded, 4)) spelledInDigits(folded, spans);
    }

    private static void spelledInDigits(String folded, Spans spans) {
        Matcher taiwan = TAIWAN.matcher(folded);
        while (taiwan.find()) {
            boolean dashed = taiwan.end(1) > taiwan.start(1);
            if (dashed || Cues.mobile(folded, taiwan.start())) spans.add(PiiType.PHONE, taiwan.start(), taiwan.end());
        }
        Matcher line = LINE.matcher(folded);
        while (line.find()) {
            if (Cues.homePhone(folded, line.start())) spans.add(PiiType.PHONE, line.start(), line.end());
        }
    }

    private static void mobile(String text, int core, Spans spans) {
        int start = withCountry(text, core);
        if (touchesNumber(text, start) || !leads(text, start)) return;
        int end = end(text, core);
        if (end < 0 || isAmount(text, end) || Cues.product(text, start)) return;
        spans.add(PiiType.PHONE, start, end);
    }

    /** End of a mobile number that starts here, -1 where there is none. */
    private static int end(String text, int start) {
        StringBuilder groups = new StringBuilder();
        int places = 0;
        int group = 0;
        int real = 0;
        boolean chinese = false;
        int i = start;
        while (places < PLACES) {
            char c = Chars.at(text, i);
            int value = value(c);
            if (value >= 0) {
                if (places == 1 && value < 3) return -1;
                places++;
                group++;
                chinese = Chars.chineseDigit(c) >= 0;
                if (chinese || Chars.isDigit(c)) real++;
                i++;
            } else {
                int next = skip(text, i);
                if (next == i || value(Chars.at(text, next)) < 0) return -1;
                if (!invisible(text, i, next)) {
                    groups.append(group);
                    group = 0;
                }
                i = next;
            }
        }
        groups.append(group);
        while (Chars.isInvisible(Chars.at(text, i))) i++;
        char next = Chars.at(text, i);
        if (Chars.isDigit(next) || (chinese && Chars.chineseDigit(next) >= 0)) return -1;
        boolean spelled = real < PLACES;
        if (real < TRUE_DIGITS || (spelled && (Chars.isLetter(next) || Chars.isLetter(Chars.at(text, start - 1)))))
            return -1;
        return GROUPS.contains(groups.toString()) ? i : -1;
    }

    private static int value(char c) {
        if (Chars.isDigit(c)) return c - '0';
        int chinese = Chars.chineseDigit(c);
        return chinese >= 0 ? chinese : Chars.lookAlike(c);
    }

    /** Passes at most three signs that people put between digits. */
    private static int skip(String text, int i) {
        int end = i;
        while (end - i < 3 && (Chars.isInvisible(Chars.at(text, end)) || " -._·~".indexOf(Chars.at(text, end)) >= 0))
            end++;
        return end;
    }

    private static boolean invisible(String text, int start, int end) {
        for (int i = start; i < end; i++) if (!Chars.isInvisible(text.charAt(i))) return false;
        return true;
    }

    /** Goes back over +86, 86 or 0086. */
    private static int withCountry(String text, int core) {
        int i = core;
        while (i > 0 && core - i < 2 && " -)".indexOf(text.charAt(i - 1)) >= 0) i--;
        if (i < 2 || !text.startsWith("86", i - 2)) return core;
        int start = i - 2;
        if (start >= 2 && text.startsWith("00", start - 2)) start -= 2;
        else if (Chars.at(text, start - 1) == '+') start--;
        if (Chars.at(text, start - 1) == '(' && Chars.at(text, i) == ')') start--;
        return Chars.isDigit(Chars.at(text, start - 1)) ? core : start;
    }

    private static boolean touchesNumber(String text, int start) {
        char previous = Chars.at(text, start - 1);
        if (Chars.isDigit(previous)) return true;
        return Chars.chineseDigit(previous) >= 0 && Chars.chineseDigit(text.charAt(start)) >= 0;
    }

    /** Letters right before make it a model or an order, unless they are a word for phone. */
    private static boolean leads(String text, int start) {
        int word = start;
        while (word > 0 && start - word < 8 && Chars.isLetter(text.charAt(word - 1))) word--;
        return word == start || LEADS.contains(text.substring(word, start).toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isAmount(String text, int end) {
        return "元块个次%".indexOf(Chars.at(text, end)) >= 0;
    }
}
