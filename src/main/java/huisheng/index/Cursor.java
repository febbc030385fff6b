package huisheng.index;

import huisheng.review.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sort key of its last hit, a time or the bits of a score, and the hit's id. */
record Cursor(ReviewSearch.Order order, long key, long id) {
    static @Nullable Cursor of(ReviewSearch search) {
        if (search.cursor() == null) return null;
        Cursor cursor = parse(search.cursor());
        if (cursor.order != search.order()) throw new Fault("游标属于另一种排序", "the cursor is of another order");
        return cursor;
    }

    private static Cursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":", 3);
            return new Cursor(ReviewSearch.Order.valueOf(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Fault("游标不是检索给出的", "the cursor is not one that a search gave");
        }
    }

    @Override
    public String toString() {
        byte[] plain = (order + ":" + key + ":" + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
