package huisheng.privacy;

import java.util.Random;

/** Texts out of pieces of personal data and noise. */
final class RandomTexts {
    private static final String[] PIECES = {
        "138",
        "0000",
        "13800000001",
        "+86",
        "86",
        " ",
        "-",
        "一三八",
        "零",
        "O",
        "l",
        "微信",
        "加V",
        "fake_id_9",
        "订单",
        "SF",
        "1234567890",
        "省",
        "市",
        "样板区",
        "无名路",
        "12号",
        "3栋",
        "2单元",
        "501",
        "室",
        "大厦",
        "@",
        "example.com",
        "demo",
        "440106190404040021",
        "X",
        "身份证",
        "批号",
        "。",
        "的",
        "到",
        "*",
        "\uD83D\uDE00",
        "️⃣",
        "１",
        "楼",
        "村",
        "6组",
        "弄",
        "北京",
        "，",
        "元",
        "地址",
        "住"
    };

    private RandomTexts() {}

    static String next(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) text.append(PIECES[random.nextInt(PIECES.length)]);
        return text.toString();
    }
}
