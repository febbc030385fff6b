package huisheng.http;

import org.jspecify.annotations.Nullable;

/**
 * A JSON object, or an array of them. Finds only where each element starts and ends, so that one that is broken within
 * balanced brackets, or too large to keep, is rejected alone.
 */
final class JsonFrames implements Frames {
    private final FrameBuffer buffer;
    private final int limit;
    private byte[] chunk = {};
    private int position;
    private long offset;
    private int items;
    private boolean finished;
    private boolean array;
    private State state = State.START;
    private int depth;
    private boolean text;
    private boolean escaped;

    private enum State {
        START,
        FIRST_OR_END,
        ELEMENT,
        INSIDE,
        COMMA_OR_END,
        END
    }

    JsonFrames(IntakeLimits limits) {
        buffer = new FrameBuffer(limits.itemBytes());
        limit = limits.arrayItems();
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
        while (position < chunk.length) {
            if (state == State.INSIDE) {
                if (inside()) return frame();
                continue;
            }
            byte b = chunk[position++];
            offset++;
            if (!FrameBuffer.isSpace(b)) between(b);
        }
        return finished ? last() : null;
    }

    private @Nullable Frame last() {
        if (state == State.INSIDE && !array && depth == 0 && !text) return frame();
        if (state == State.END) return null;
        throw malformed(state == State.START ? "empty" : "truncated");
    }

    private Frame frame() {
        state = array ? State.COMMA_OR_END : State.END;
        if (++items > limit) throw ProblemException.of(ProblemType.TOO_MANY_ITEMS, limit);
        return new Frame(buffer.take(), null);
    }

    /** A sign outside of every element. */
    private void between(byte b) {
        switch (state) {
            case START -> {
                array = b == '[';
                if (array) state = State.FIRST_OR_END;
                else begin(b);
            }
            case FIRST_OR_END -> {
                if (b == ']') state = State.END;
                else begin(b);
            }
            case ELEMENT -> begin(b);
            case COMMA_OR_END -> {
                if (b != ',' && b != ']') throw malformed("unexpected");
                state = b == ',' ? State.ELEMENT : State.END;
            }
            default -> throw malformed("unexpected");
        }
    }

    private void begin(byte b) {
        if (b == ',' || b == ']' || b == '}' || b == ':') throw malformed("unexpected");
        state = State.INSIDE;
        depth = b == '{' || b == '[' ? 1 : 0;
        text = b == '"';
        escaped = false;
        buffer.append(b);
    }

    /** Reads on to the end of the element, and tells whether it is there, or to that of the chunk. */
    private boolean inside() {
        int from = position;
        boolean ends = false;
        while (!ends && position < chunk.length) {
            byte b = chunk[position];
            boolean word = depth == 0 && !text;
            ends = text ? insideText(b) : word ? endsWord(b) : insideNest(b);
            // the sign that ends a bare word or number is not its own
            if (!(word && ends)) position++;
        }
        buffer.append(chunk, from, position);
        offset += position - from;
        return ends;
    }

    private boolean insideNest(byte b) {
        switch (b) {
            case '"' -> text = true;
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            default -> {}
        }
        return depth == 0 && !text;
    }

    private boolean insideText(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            text = false;
            return depth == 0;
        }
        return false;
    }

    private static boolean endsWord(byte b) {
        return b == ',' || b == ']' || FrameBuffer.isSpace(b);
    }

    private ProblemException malformed(String why) {
        return ProblemException.of(ProblemType.MALFORMED_JSON, offset, Phrase.of(why))
                .with("offset", offset);
    }
}
