package huisheng.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.PiiSpan;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {
    private static final Masker MASKER = new Masker();

    /** In each sentence what must be found stands as {@code <type:what>}. */
    static Stream<String> sentences() {
        return Stream.of(
                "有问题打我<phone:13800000001>就行",
                "号码是<phone:+86 138 0000 0001>，白天打",
                "<phone:138-0000-0001>，微信同号",
                "<phone:１３８００００００００>",
                "找我<phone:一三八零零零零零零零一>领返现",
                "加我<phone:1З8O0000001>",
                "电话 <phone:8613800000001>。",
                "<phone:1 3 8 0 0 0 0 0 0 0 1>打这个",
                "<phone:1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣>",
                "幺叁捌这样写也躲不过：<phone:幺叁捌〇〇〇〇〇〇〇壹>",
                "tel<phone:13900000002> please",
                "手機<phone:0912345678>聯繫我",
                "家里座机<phone:0571-80000001>一直打不通",
                "订单号：<order:202611018800001234>，到现在没发货",
                "運單<order:SF1000000000001>顯示簽收，人沒收到",
                "快递单号<order:YT8800000000001>三天没动",
                "<order:JDVA00000000001>丢件了",
                "订单编号是 <order:231024-100000000000001>",
                "order no. <order:1000200030004> never arrived",
                "单号 <order:7788 0000 1111 2222>查不到",
                "包裹<order:773000000000001>卡在中转站",
                "My tracking number <order:EA100000001CN> is stuck",
                "<order:1958000000000000001>麻烦客服看看",
                "寄到<address:浙江省假想市样板区无名路12号3幢2单元501室>",
                "我住<address:假想市样板区无名路12弄3号楼402>，送货上门",
                "地址：<address:广东省深圳市样板区 假想大道 100号>",
                "退到<address:上海市样板区无名路88号假想大厦8楼801室>了",
                "<address:北京样板区假想胡同甲5号>收",
                "收货：<address:样板市假想区无名路8-2-501>，放门口",
                "家住<address:幸福里小区8栋2单元501室>",
                "<address:内蒙古自治区假想市样板旗测试镇样本村6组>",
                "台灣買家，<address:台北市樣板區無名路四段12號5樓>",
                "<address:新疆维吾尔自治区乌鲁木齐市样板区无名街9号>下单",
                "<address:假想省样板市测试县想象镇样本村18号>",
                "加微信<wechat:fake_tea_002>领券",
                "VX：<wechat:mock-seller-8>",
                "＋V <wechat:demo88_shop>",
                "v信 <wechat:sampleuser01>",
                "薇信号是<wechat:mock_user_9>",
                "客服微信号：<wechat:teashop>",
                "wxid我给你：<wechat:wxid_abcd1234efgh>",
                "加V<wechat:demo1234567>备注返现",
                "发我邮箱<email:demo.user@example.com>。",
                "<email:a_b-c+tag@mail.example.org>谢谢",
                "邮箱：<email:ｄｅｍｏ＠ｅｘａｍｐｌｅ．ｃｏｍ>",
                "身份证<id-card:440106190404040021>",
                "报关要<id-card:52010319110917003X>才行",
                "证件号码 <id-card:440106 19040404 0021> 填错",
                "身份证号：<id-card:440106190404040022>打错一位也不能露");
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void mask_findsExactlyWhatIsMarked(String marked) {
        String text = marked.replaceAll("<[a-z-]+:([^>]*)>", "$1");
        assertThat(Marks.of(text, MASKER.mask(text).spans())).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "批号20261101123456789",
                "生产批次 202611011234567，瓶底喷码清楚",
                "条码6901234567892扫得出来",
                "条形码：6901234567892",
                "执行标准GB/T10781.1-2021，还算规范",
                "生产许可证SC10632011500012",
                "净含量500g×12瓶，一箱6000ml",
                "价格1299元，比618贵13.8",
                "再不处理我打12315",
                "客服电话400-800-1234永远占线",
                "打4008001234没人接，95338也一样",
                "型号KFR-35GW/N8XHA1静音",
                "货号13800000000的那款",
                "防伪码1234567890123456789查是正品",
                "2026-11-01下单，11月3号到货",
                "2026年11月11日20:00付的尾款",
                "买了138斤，用了13个月，跑了15000公里",
                "销量13800000000次是刷的吧",
                "中山路的店味道正宗",
                "在超市3号货架买的",
                "住在城市里知道这个味道",
                "万达广场3楼那家",
                "送到5号楼下就走了",
                "一路走来3号店最好",
                "这个小区12号集中配送",
                "离广场走路5-10分钟，步行街普遍400-600元",
                "凑字数888888888888888888888888",
                "微信支付很方便",
                "微信小程序下单，扫码500积分",
                "加微信群领券",
                "微信iPhone15上闪退",
                "@店小二 出来解释",
                "评分5@5.0 不懂",
                "一五一十地说，三三两两的人来问，七七八八都还行",
                "编号19900、第110102号车间出品",
                "序列号SN202611010001",
                "iPhone 15 Pro Max 256G，A17芯片",
                "138****0001的卖家",
                "比隔壁路店好，第3号样品更香",
                "省钱省心，镇店之宝12号",
                "5号收到，8号退货，10号才退款"
            })
    void mask_leavesWhatIsNoPersonalData(String text) {
        assertThat(Marks.of(text, MASKER.mask(text).spans())).isEqualTo(text);
    }

    @Test
    void mask_severalInOneText_findsAll() {
        String text = "订单DD8800112233777寄到样板市假想区无名路5号，手机18800000066，微信 fake_tea_001";
        assertThat(MASKER.mask(text).text()).isEqualTo("订单***************寄到***********，手机***********，微信 ************");
    }

    @Test
    void mask_emptyText_isEmpty() {
        assertThat(MASKER.mask("")).isEqualTo(new Masked("", List.of()));
    }

    @Test
    void mask_randomText_keepsLengthAndIsIdempotent() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            String text = RandomTexts.next(random, random.nextInt(120));
            Masked once = MASKER.mask(text);
            String context = String.format(Locale.ROOT, "seed %d, text %s", seed, text);
            assertThat(once.text()).as(context).hasSameSizeAs(text);
            for (PiiSpan span : once.spans()) {
                assertThat(once.text().substring(span.start(), span.end()))
                        .as(context)
                        .matches("\\*+");
            }
            assertThat(untouched(text, once)).as(context).isEqualTo(untouched(once.text(), once));
            assertThat(MASKER.mask(once.text()).text()).as(context).isEqualTo(once.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "12", "138 ", "市", "路1号", "省市区县镇路", "@", "a@b.", "微信", "加v号号", "SF1", "一二三", "1-", "小区1栋", "X",
                "1路", "+86", "号大厦"
            })
    @Timeout(20)
    void mask_hostileRepetition_isFast(String piece) {
        String text = piece.repeat(20_000 / piece.length());
        long start = System.nanoTime();
        Masked masked = MASKER.mask(text);
        assertThat(masked.text()).hasSameSizeAs(text);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(5_000);
    }

    private static String untouched(String text, Masked masked) {
        StringBuilder rest = new StringBuilder(text);
        for (PiiSpan span : masked.spans().reversed()) rest.delete(span.start(), span.end());
        return rest.toString();
    }
}
