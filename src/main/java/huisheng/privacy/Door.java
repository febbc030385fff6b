package huisheng.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The end of an address: 66弄2号, 8栋2单元501.
 *
 * @param count how many numbered parts
 * @param building whether the first part is a building or a room, before which a name may stand: 恒隆 3 栋
 * @param dashed whether it is numbers only, 8-2-501, which elsewhere is a range
 * @param indoor whether there is nothing but floors, as in a shopping centre
 */
record Door(int start, int end, int count, boolean building, boolean indoor, boolean dashed) {
    private static final String NUMBER =
            "(?:[甲乙丙丁附]?[0-9]{1,5}[A-Za-z]?|[A-Za-z][0-9]{0,4}|[一二三四五六七八九十百零〇]{1,5}|[甲乙丙丁东西南北])(?:-[0-9]{1,5}){0,3}";
    private static final Pattern PART = Pattern.compile(NUMBER + "(号楼|号院|号|弄|栋|幢|座|单元|室|楼|层|组|户|房|门|队|#)");
    private static final Pattern DASHED =
            Pattern.compile("[0-9]{1,4}[-#][0-9]{1,4}(?:-[0-9]{1,4}){0,2}(?![-0-9年元块个天次月日斤包瓶件点折度分小%.:/])");
    private static final Pattern ROOM = Pattern.compile("[- ]?[A-Za-z]?[0-9]{2,5}室?(?![0-9年元块个天次月日斤包瓶件点折%.:])");
    private static final Pattern NAMED =
            Pattern.compile("[一-龥]{1,8}?(?:大厦|公寓|小区|花园|家园|苑|广场|中心|宿舍|大楼|新村|大院|公馆|城|府|庭|湾)");
    private static final String HEADS = "一二三四五六七八九十百零〇甲乙丙丁附东西南北";
    private static final String UNITS = "号弄栋幢座单室楼层组户房门队#-";
    private static final String INDOOR = "楼层";
    private static final String STREET = "号 弄 号院 组 队";

    /** The door that starts here, null where none does. */
    static @Nullable Door at(String text, int start) {
        if (isInNumber(text, start) || !mayBe(text, start)) return null;
        Matcher part = PART.matcher(text).region(start, Math.min(text.length(), start + 40));
        if (!part.lookingAt()) return dashed(text, start);
        String unit = part.group(1);
        boolean building = !STREET.contains(unit);
        boolean indoor = INDOOR.contains(unit);
        int end = part.end();
        int count = 1;
        for (int next = nextPart(text, end); next > 0 && count < 6; next = nextPart(text, end)) {
            indoor = false;
            count++;
            end = next;
        }
        return new Door(start, withRoom(text, end), count, building, indoor, false);
    }

    private static @Nullable Door dashed(String text, int start) {
        Matcher dashed = DASHED.matcher(text)
                .region(start, Math.min(text.length(), start + 24))
                .useTransparentBounds(true);
        return dashed.lookingAt() ? new Door(start, dashed.end(), 2, false, false, true) : null;
    }

    /** Cheap look ahead: after the number there is a unit or a dash. */
    private static boolean mayBe(String text, int start) {
        int i = start;
        while (i - start < 30 && (Chars.isAlnum(Chars.at(text, i)) || HEADS.indexOf(Chars.at(text, i)) >= 0)) i++;
        return UNITS.indexOf(Chars.at(text, i)) >= 0;
    }

    private static boolean isInNumber(String text, int start) {
        char previous = Chars.at(text, start - 1);
        return Chars.isAlnum(previous) && Chars.isAlnum(text.charAt(start));
    }

    private static int nextPart(String text, int end) {
        int from = Chars.at(text, end) == ' ' ? end + 1 : end;
        int limit = Math.min(text.length(), from + 40);
        if (from >= limit) return -1;
        Matcher part = PART.matcher(text).region(from, limit);
        if (part.lookingAt()) return part.end();
        Matcher named = NAMED.matcher(text).region(from, limit);
        if (!named.lookingAt() || named.end() >= limit || AddressFinder.hasStop(text, from, named.end())) return -1;
        part.region(named.end(), limit);
        return part.lookingAt() ? part.end() : -1;
    }

    private static int withRoom(String text, int end) {
        if (end >= text.length()) return end;
        Matcher room = ROOM.matcher(text)
                .region(end, Math.min(text.length(), end + 10))
                .useTransparentBounds(true);
        return room.lookingAt() ? room.end() : end;
    }
}
