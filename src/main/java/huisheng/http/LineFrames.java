package huisheng.http;

import org.jspecify.annotations.Nullable;

/** NDJSON: an item a line; blank lines are none. */
final class LineFrames implements Frames {
    private final FrameBuffer buffer;
    private final int limit;
    private byte[] chunk = {};
    private int position;
    private int line;
    private int items;
    private boolean finished;

    LineFrames(IntakeLimits limits) {
        buffer = new FrameBuffer(limits.itemBytes());
        limit = limits.lines();
    }

    @Override
    public void feed(byte[] bytes) {
        chunk = bytes;
        position = 0;
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public @Nullable Frame next() {
        while (gatherLine()) {
            line++;
            boolean blank = buffer.isBlank();
            byte[] bytes = buffer.take();
            if (blank) continue;
            if (++items > limit) throw ProblemException.of(ProblemType.TOO_MANY_ITEMS, limit);
            return new Frame(bytes, line);
        }
        return null;
    }

    /** Whether the buffer now holds a whole line. */
    private boolean gatherLine() {
        for (int i = position; i < chunk.length; i++) {
            if (chunk[i] == '\n') {
                buffer.append(chunk, position, i);
                position = i + 1;
                return true;
            }
        }
        if (position < chunk.length) buffer.append(chunk, position, chunk.length);
        position = chunk.length;
        boolean last = finished && !buffer.isBlank();
        return last;
    }
}
