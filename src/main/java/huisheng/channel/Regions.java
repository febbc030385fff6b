package huisheng.channel;

import java.util.List;
import java.util.regex.Pattern;

/** Brings a place to its province, so that 江苏, 江苏省 and 来自江苏 are one. */
final class Regions {
    private static final Pattern LEAD = Pattern.compile("^(?:来自|发布于|IP属地|IP 属地|ip属地)[:： ]*");
    private static final Pattern CHINA = Pattern.compile("^中国(?=.)");
    private static final List<String> PROVINCES = List.of(
            "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
                    .split(" "));

    private Regions() {}

    /** The province's short name; what is none stays as it is. */
    static String province(String place) {
        String bare =
                CHINA.matcher(LEAD.matcher(place.strip()).replaceFirst("")).replaceFirst("");
        for (String province : PROVINCES) if (bare.startsWith(province)) return province;
        return bare.isEmpty() ? place : bare;
    }
}
