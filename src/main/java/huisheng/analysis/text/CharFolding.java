package huisheng.analysis.text;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;

/** Folds one UTF-16 unit to one: full-width letters, traditional characters, compatibility forms. */
final class CharFolding {
    /** Signs whose full-width form is the usual one in Chinese; folding them would blur where thoughts end. */
    private static final String KEPT = "，！？：；（）～";

    private static final char[] SIMPLIFIED = simplified();
    private static final boolean[] ONLY_SIMPLIFIED = onlySimplified();
    private static final char[] FOLDED = folded();

    private CharFolding() {}

    static char fold(char c) {
        return FOLDED[c];
    }

    static char simplify(char c) {
        return SIMPLIFIED[c];
    }

    /** Whether no traditional text holds this character; false for those both ways of writing share. */
    static boolean isOnlySimplified(char c) {
        return ONLY_SIMPLIFIED[c];
    }

    /**
     * Characters that are traditional in some words only.
     *
     * @param next 0 at the end of the text; {@code before} likewise at its start
     */
    static char inContext(char c, char before, char next) {
        return switch (c) {
            case '乾' -> next != 0 && "坤隆县".indexOf(next) >= 0 ? c : '干';
            case '著' -> isBook(before, next) ? c : '着';
            default -> c;
        };
    }

    private static boolean isBook(char before, char next) {
        return (next != 0 && "作名称述书者".indexOf(next) >= 0) || (before != 0 && "显名原编论巨译专土昭遗卓合拙大".indexOf(before) >= 0);
    }

    private static char[] simplified() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) table[c] = (char) c;
        for (int c = 0x3400; c <= 0x9fff; c++) {
            String simple = HanLP.convertToSimplifiedChinese(String.valueOf((char) c));
            // some go beyond the basic plane: two units would break the one-to-one map, and nobody types them
            if (simple.length() == 1) table[c] = simple.charAt(0);
        }
        // in use both ways: see inContext
        table['乾'] = '乾';
        table['著'] = '著';
        return table;
    }

    private static boolean[] onlySimplified() {
        boolean[] table = new boolean[Character.MAX_VALUE + 1];
        for (char c = 0x3400; c <= 0x9fff; c++) {
            if (SIMPLIFIED[c] != c) table[SIMPLIFIED[c]] = true;
        }
        // simple forms that were characters of their own before
        for (char shared : "后里面干台只几才冬谷斗丑余卷回表系征复曲舍松郁朱咸准制借历周志范仆胡须云千秋向升合同万与了采布卜游出沈凶佣吊唇岩床志杯杰升托".toCharArray()) {
            table[shared] = false;
        }
        return table;
    }

    private static char[] folded() {
        char[] table = SIMPLIFIED.clone();
        for (char c = '\uff01'; c <= '\uff5e'; c++) {
            if (KEPT.indexOf(c) < 0) table[c] = (char) (c - 0xfee0);
        }
        compatible(table, 0x2f00, 0x2fd5);
        compatible(table, 0xf900, 0xfaff);
        table['妳'] = '你';
        table['\u3000'] = ' ';
        table['\u00a0'] = ' ';
        table['「'] = '“';
        table['」'] = '”';
        table['『'] = '“';
        table['』'] = '”';
        table['﹐'] = '，';
        table['﹗'] = '！';
        table['﹖'] = '？';
        table['﹔'] = '；';
        return table;
    }

    private static void compatible(char[] table, int from, int to) {
        for (int c = from; c <= to; c++) {
            String normal = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFKC);
            if (normal.length() == 1) table[c] = SIMPLIFIED[normal.charAt(0)];
        }
    }
}
