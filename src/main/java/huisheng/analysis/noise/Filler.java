package huisheng.analysis.noise;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts typed without content: one sign over and over, runs of keys, talk of filling up the word count. */
final class Filler {
    private static final Pattern ABOUT_LENGTH =
            Pattern.compile("凑(?:够|足|满|个)?(?:\\S{0,3})?(?:字|数)|(?:字数|字)(?:不够|不足|够了吗|要求|够了没)");
    private static final Pattern COUNTING = Pattern.compile("一二三四五|12345|abcde|甲乙丙丁|子丑寅卯");
    private static final List<String> KEY_ROWS =
            List.of("qwertyuiop", "poiuytrewq", "asdfghjkl", "lkjhgfdsa", "zxcvbnm", "mnbvcxz");
    private static final int KEY_RUN = 5;
    private static final char FIRST_HAN = 0x3400;
    private static final char LAST_HAN = 0x9fff;
    /** Signs of content a text may have beside its filler and still be filler. */
    private static final int LEFT_OVER = 8;

    private Filler() {}

    static boolean isFiller(String text) {
        if (isVaried(text)) return false;
        String bare = letters(text);
        if (bare.isEmpty()) return isRepeatedSign(text);
        if (isRepetition(bare) || isKeyboard(bare)) return true;
        if (bare.indexOf('凑') < 0 && bare.indexOf('字') < 0) return false;
        var about = ABOUT_LENGTH.matcher(bare);
        if (!about.find()) return false;
        String rest = bare.substring(0, about.start()) + bare.substring(about.end());
        return COUNTING.matcher(rest).find() || (rest.length() <= LEFT_OVER && !judges(rest));
    }

    /** Most texts have many Chinese characters, none of which talk of filling up, and no run of keys: surely no filler. */
    private static boolean isVaried(String text) {
        int distinct = 0;
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '凑' || c == '字') return false;
            plain = c < 128 && Character.isLetterOrDigit(c) ? plain + 1 : plain;
            if (plain == KEY_RUN - 1) return false;
            if (distinct <= 3 && c >= FIRST_HAN && c <= LAST_HAN && text.indexOf(c) == i) distinct++;
        }
        return distinct > 3;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) letters.append(c);
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** 。。。。。。 or ......, but not one emoji, which is a stance. */
    private static boolean isRepeatedSign(String text) {
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x2100 && !(c >= 0x3000 && c <= 0x303f) && !(c >= 0xff00 && c <= 0xffef)) return false;
            if (c != ' ' && c != '\n') signs++;
        }
        return signs >= 1 && text.indexOf('[') < 0;
    }

    /** Six or more letters out of one or two, 啊啊啊啊啊啊 or 哈哈哈呵呵呵; 好好好好 is praise. */
    private static boolean isRepetition(String letters) {
        if (letters.length() < 5) return false;
        int distinct = distinct(letters, 3);
        if (distinct > 3 || judges(letters)) return false;
        return distinct <= 2 || letters.length() >= 12;
    }

    /** How many different characters there are; more than {@code enough} of them are not counted. */
    private static int distinct(String letters, int enough) {
        int distinct = 0;
        for (int i = 0; i < letters.length() && distinct <= enough; i++) {
            if (letters.indexOf(letters.charAt(i)) == i) distinct++;
        }
        return distinct;
    }

    private static boolean judges(String letters) {
        return letters.chars().anyMatch(c -> "好赞棒差烂坏香美顶牛慢快贵错破漏臭假6".indexOf(c) >= 0);
    }

    /** A run along a row of keys, or of digits only, with next to nothing beside it. */
    private static boolean isKeyboard(String letters) {
        if (!hasKeys(letters)) return false;
        int run = longestKeyRun(letters);
        if (run >= KEY_RUN && letters.length() - run <= LEFT_OVER) return true;
        boolean digits = letters.chars().allMatch(Character::isDigit);
        if (digits) return letters.length() >= 4 && !letters.chars().allMatch(c -> c == '6' || c == '8');
        return isMash(letters);
    }

    private static boolean hasKeys(String letters) {
        int run = 0;
        for (int i = 0; i < letters.length(); i++) {
            run = letters.charAt(i) < 128 ? run + 1 : 0;
            if (run == KEY_RUN - 1) return true;
        }
        return false;
    }

    private static int longestKeyRun(String letters) {
        int longest = 0;
        for (String row : KEY_ROWS) {
            for (int i = 0; i + KEY_RUN <= letters.length(); i++) {
                int at = row.indexOf(letters.substring(i, i + KEY_RUN));
                if (at < 0) continue;
                int length = KEY_RUN;
                while (i + length < letters.length()
                        && at + length < row.length()
                        && letters.charAt(i + length) == row.charAt(at + length)) length++;
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }

    /** A single Latin "word" of eight or more letters that no mouth can say: no vowel in five letters. */
    private static boolean isMash(String letters) {
        if (letters.length() < 8 || !letters.chars().allMatch(c -> c >= 'a' && c <= 'z')) return false;
        int consonants = 0;
        for (int i = 0; i < letters.length(); i++) {
            consonants = "aeiouy".indexOf(letters.charAt(i)) >= 0 ? 0 : consonants + 1;
            if (consonants >= 7) return true;
        }
        return false;
    }
}
