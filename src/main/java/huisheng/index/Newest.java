package huisheng.index;

import java.util.ArrayList;
import java.util.List;

/** Keeps the ids of the newest few reviews it is offered, whatever the order: of two of one time the later id. */
final class Newest {
    private final long[] times;
    private final long[] ids;
    private final int[] docs;
    private int size;

    Newest(int capacity) {
        this.times = new long[capacity];
        this.ids = new long[capacity];
        this.docs = new int[capacity];
    }

    /** Whether a review of this time can still get in; asked first, because reading an id costs. */
    boolean wants(long time) {
        return size < times.length || time >= times[size - 1];
    }

    void offer(long time, long id) {
        offer(time, id, -1);
    }

    /** @param doc number of the document, for {@link #doc} */
    void offer(long time, long id, int doc) {
        int at = size;
        while (at > 0 && (times[at - 1] < time || (times[at - 1] == time && ids[at - 1] < id))) at--;
        if (at == times.length) return;
        int moved = Math.min(size, times.length - 1) - at;
        System.arraycopy(times, at, times, at + 1, moved);
        System.arraycopy(ids, at, ids, at + 1, moved);
        System.arraycopy(docs, at, docs, at + 1, moved);
        times[at] = time;
        ids[at] = id;
        docs[at] = doc;
        size = Math.min(size + 1, times.length);
    }

    int size() {
        return size;
    }

    int doc(int rank) {
        return docs[rank];
    }

    long id(int rank) {
        return ids[rank];
    }

    List<Long> ids() {
        List<Long> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) list.add(ids[i]);
        return list;
    }
}
