package huisheng.privacy;

import huisheng.review.PiiType;
import org.jspecify.annotations.Nullable;

/**
 * Postal addresses, read backwards from the door: the number, then road, town, district, city, province as far as they
 * follow one another. A door alone, a road alone and a shop's floor are none.
 */
final class AddressFinder implements Finder {
    private static final int REACH = 60;
    private static final int LONGEST_NAME = 10;
    /** No part of an address has these in its name, so an address starts after them. */
    private static final String STOPS = "的了我你您他她它们是在到吗呢吧啊买给这那就也都还把被让请没很";
    /** Words that end right before an address. */
    private static final String EDGES = STOPS + "至往为成去家从住于与址叫写填寄送发改货和及或";

    @Override
    public void find(String folded, Spans spans) {
        int i = 0;
        while (i < folded.length()) {
            Door door = canStart(folded.charAt(i)) ? Door.at(folded, i) : null;
            if (door == null) {
                i++;
                continue;
            }
            int start = start(folded, door);
            if (start >= 0) spans.add(PiiType.ADDRESS, start, door.end());
            i = start >= 0 ? door.end() : i + 1;
        }
    }

    private static boolean canStart(char c) {
        return Chars.isAlnum(c) || Chars.chineseDigit(c) >= 0 || "十百甲乙丙丁附东西南北".indexOf(c) >= 0;
    }

    static boolean hasStop(String text, int start, int end) {
        for (int i = start; i < end; i++) if (STOPS.indexOf(text.charAt(i)) >= 0) return true;
        return false;
    }

    /** Where the address of this door starts, -1 where the door belongs to none. */
    private static int start(String text, Door door) {
        int cursor = skipBlank(text, door.start());
        PlaceMark first = null;
        boolean road = false;
        int levels = 0;
        for (PlaceMark mark = before(text, cursor, null, door);
                mark != null;
                mark = before(text, mark.start(), mark, door)) {
            if (mark.level() == PlaceMark.ROAD || mark.level() == PlaceMark.TOWN) road = true;
            if (mark.level() < PlaceMark.ROAD) levels++;
            first = mark;
        }
        if (first == null) return -1;
        int start = nameStart(text, first);
        if (start < 0) return -1;
        int placed = withPlaces(text, start);
        if (placed < start) levels++;
        boolean named = Cues.place(text, placed);
        if (door.indoor() && !named) return -1;
        boolean whole = levels > 0 && (road || (door.building() && (levels > 1 || door.count() > 1)));
        boolean estate = road && (named || (door.count() > 1 && !(door.dashed() && first.weak())));
        return whole || estate ? placed : -1;
    }

    /** The nearest mark before {@code end} that may stand above {@code below}, with nothing but a name between. */
    private static @Nullable PlaceMark before(String text, int end, @Nullable PlaceMark below, Door door) {
        int furthest = Math.max(1, door.start() - REACH);
        for (int i = end - 1; i >= furthest && end - i <= LONGEST_NAME + 5; i--) {
            if (!isName(text.charAt(i))) return null;
            PlaceMark mark = PlaceMark.at(text, i);
            if (mark == null || mark.end() > end || isTail(text, mark)) continue;
            int name = end - mark.end();
            if (below == null ? opens(mark, name, door) : follows(mark, below, name)) return mark;
        }
        return null;
    }

    /** 区 of 自治区: the longer mark that starts earlier is meant. */
    private static boolean isTail(String text, PlaceMark mark) {
        for (int i = mark.start() - 1; i >= 0 && i >= mark.start() - 4; i--) {
            PlaceMark longer = PlaceMark.at(text, i);
            if (longer != null && longer.end() == mark.end()) return true;
        }
        return false;
    }

    private static boolean opens(PlaceMark mark, int name, Door door) {
        if (name == 0) return mark.level() >= PlaceMark.TOWN;
        return !mark.weak() && door.building() && name <= LONGEST_NAME;
    }

    private static boolean follows(PlaceMark mark, PlaceMark below, int name) {
        boolean above =
                mark.level() < below.level() || (mark.level() == below.level() && mark.level() != PlaceMark.PROVINCE);
        return !mark.weak() && above && name >= 1 && name <= LONGEST_NAME;
    }

    private static boolean isName(char c) {
        return (Chars.isHan(c) && STOPS.indexOf(c) < 0) || Chars.isAlnum(c) || c == ' ' || c == '·';
    }

    /** Start of the name before the first mark: a known place, what follows an edge, else two characters. */
    private static int nameStart(String text, PlaceMark first) {
        int end = first.start();
        int known = Places.endingAt(text, end);
        if (known > 0) return end - known;
        int longest = first.level() == PlaceMark.ROAD ? 8 : 5;
        for (int length = 2; length <= longest && length <= end; length++) {
            if (!Chars.isHan(text.charAt(end - length)) && !Chars.isAlnum(text.charAt(end - length))) break;
            if (isEdge(text, end - length - 1)) return end - length;
        }
        boolean two = end >= 2 && Chars.isHan(text.charAt(end - 1)) && Chars.isHan(text.charAt(end - 2));
        return two ? end - 2 : -1;
    }

    private static boolean isEdge(String text, int i) {
        return i < 0 || !Chars.isHan(text.charAt(i)) || EDGES.indexOf(text.charAt(i)) >= 0;
    }

    /** Goes back over places written without their mark: 浙江杭州西湖区. */
    private static int withPlaces(String text, int start) {
        int i = start;
        for (int known = Places.endingAt(text, skipBlank(text, i));
                known > 0 && start - i < 12;
                known = Places.endingAt(text, skipBlank(text, i))) {
            i = skipBlank(text, i) - known;
        }
        return i;
    }

    private static int skipBlank(String text, int end) {
        return Chars.at(text, end - 1) == ' ' ? end - 1 : end;
    }
}
