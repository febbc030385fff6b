package huisheng.privacy;

/** Brings full-width signs and the traditional characters of addresses and cues to one form, character by character. */
final class Folding {
    private static final String TRADITIONAL = "號區縣鄉鎮樓棟單訂運遞電話碼證臺廣東蘇層莊衛聯繫絡機郵編標準條駅灣龍陝雲貴寧慶無";
    private static final String SIMPLIFIED = "号区县乡镇楼栋单订运递电话码证台广东苏层庄卫联系络机邮编标准条站湾龙陕云贵宁庆无";

    /** Every character's folded form: one look-up, because every review passes here. */
    private static final char[] TABLE = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c < TABLE.length; c++) TABLE[c] = fold((char) c);
    }

    private Folding() {}

    /** A text of the same length, so that offsets hold. */
    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) folded[i] = TABLE[folded[i]];
        return new String(folded);
    }

    private static char fold(char c) {
        if (c < 0x80) return c;
        if (c >= '！' && c <= '～') return (char) (c - 0xFEE0);
        return switch (c) {
            case '\u3000', '\u00A0', '\u2002', '\u2003' -> ' ';
            case '–', '—', '‐', '‑', '−', '﹣' -> '-';
            case '➕', '﹢' -> '+';
            case '﹫' -> '@';
            default -> {
                int at = c < '\u4E00' ? -1 : TRADITIONAL.indexOf(c);
                yield at < 0 ? c : SIMPLIFIED.charAt(at);
            }
        };
    }
}
