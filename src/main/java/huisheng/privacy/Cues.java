package huisheng.privacy;

import java.util.List;
import java.util.Locale;

/** What the words right before a number say about it. */
final class Cues {
    private static final int REACH = 16;
    private static final String FILLERS = " :：#.=（(【[“\"'-→~、№";

    private static final List<String> ORDER = List.of(
            "订单",
            "单号",
            "运单",
            "面单",
            "快递号",
            "物流号",
            "流水号",
            "交易号",
            "退货单",
            "售后单",
            "工单",
            "维权单",
            "订单编号",
            "运单编号",
            "取件单",
            "order",
            "order no",
            "order number",
            "order id",
            "tracking",
            "tracking no",
            "tracking number",
            "waybill");
    private static final List<String> CARRIAGE = List.of("快递", "物流", "包裹", "顺丰", "圆通", "中通", "申通", "韵达", "极兔", "邮政");
    private static final List<String> PRODUCT = List.of(
            "批号", "批次", "货号", "款号", "条码", "条形码", "型号", "编号", "防伪码", "防伪", "溯源码", "溯源", "追溯码", "追溯", "物流码", "序列号", "串号",
            "sn", "s/n", "sku", "许可证", "许可", "备案", "备案号", "标准", "执行标准", "喷码", "箱码", "瓶码", "验证码", "产品码", "机身码", "imei",
            "isbn", "邮编", "商品码", "商品", "二维码", "授权码", "激活码", "兑换码", "券码", "尾号", "lot", "批", "版本", "固件", "日期", "gb");
    private static final List<String> IDENTITY =
            List.of("身份证", "身份证号", "身份证件", "证件", "证件号", "实名", "实名资料", "身份", "身份号", "身分证", "id card");
    private static final List<String> HOME_PHONE = List.of("座机", "固话", "宅电", "家里电话", "家电话", "我家电话", "住宅电话");
    private static final List<String> MOBILE =
            List.of("电话", "手机", "手机号", "联系", "致电", "联系方式", "phone", "mobile", "tel", "call", "拨");
    private static final List<String> PLACE = List.of(
            "地址", "住址", "住", "住在", "寄到", "送到", "发到", "退到", "收货", "寄往", "寄", "家在", "送货", "送至", "寄至", "退至", "投到", "改到",
            "改成", "改为", "上门到", "搬到");

    private Cues() {}

    static boolean order(String text, int start) {
        return endsWith(text, start, ORDER);
    }

    static boolean carriage(String text, int start) {
        return endsWith(text, start, CARRIAGE);
    }

    static boolean identity(String text, int start) {
        return endsWith(text, start, IDENTITY);
    }

    /** A number of the goods, not of a person: batch, barcode, model, standard, licence. */
    static boolean product(String text, int start) {
        return endsWith(text, start, PRODUCT) && !order(text, start);
    }

    static boolean homePhone(String text, int start) {
        return endsWith(text, start, HOME_PHONE);
    }

    static boolean mobile(String text, int start) {
        return endsWith(text, start, MOBILE);
    }

    static boolean place(String text, int start) {
        return endsWith(text, start, PLACE);
    }

    private static boolean endsWith(String text, int start, List<String> words) {
        String before = before(text, start);
        if (endsWithOne(before, words)) return true;
        // "…是", "…号是": such words may stand between the cue and its number
        String verbless = strip(before, "是为在了");
        return endsWithOne(verbless, words) || endsWithOne(strip(verbless, "号码"), words);
    }

    private static boolean endsWithOne(String before, List<String> words) {
        for (String word : words) {
            if (before.endsWith(word) && isWhole(before, word)) return true;
        }
        return false;
    }

    private static boolean isWhole(String before, String word) {
        char previous = Chars.at(before, before.length() - word.length() - 1);
        return !Chars.isLetter(word.charAt(0)) || !Chars.isLetter(previous);
    }

    private static String before(String text, int start) {
        String before = text.substring(Math.max(0, start - REACH), start).toLowerCase(Locale.ROOT);
        return strip(before, FILLERS);
    }

    private static String strip(String text, String signs) {
        int end = text.length();
        while (end > 0 && (signs.indexOf(text.charAt(end - 1)) >= 0 || FILLERS.indexOf(text.charAt(end - 1)) >= 0))
            end--;
        return text.substring(0, end);
    }
}
