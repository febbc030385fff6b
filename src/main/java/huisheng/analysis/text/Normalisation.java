package huisheng.analysis.text;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.OffsetMap;
import huisheng.analysis.Stage;
import java.util.Set;

/**
 * Brings a text into the one form that later stages and models know: half-width letters, simplified characters, no
 * entities, no invisible characters, single blanks. Emoji and emoticons pass as they are.
 */
public final class Normalisation implements Stage {
    /** Longer texts are read this far: no review is longer, and time stays bounded. */
    public static final int MAX_LENGTH = 20_000;

    @Override
    public Set<Layer> needs() {
        return Set.of();
    }

    @Override
    public Layer adds() {
        return Layer.NORMALISED;
    }

    @Override
    public void annotate(Draft draft) {
        NormalText normal = normalise(draft.request().text());
        draft.normalised = normal.text();
        draft.offsets = normal.offsets();
    }

    public static NormalText normalise(String original) {
        int length = Math.min(original.length(), MAX_LENGTH);
        if (isNormal(original, length)) return new NormalText(original.substring(0, length), OffsetMap.IDENTITY);
        NormalText.Builder out = new NormalText.Builder(length);
        int at = 0;
        while (at < length) at = step(original, at, out);
        return out.build(original.length());
    }

    /** Most reviews need nothing done: no copy, no map. */
    private static boolean isNormal(String text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (CharFolding.fold(c) != c || CharFolding.inContext(c, '\0', '\0') != c) return false;
            if (c == '&' || c == '<' || isInvisible(c) || c == '\ufe0f') return false;
            if (c <= ' ' && (c != ' ' || i == 0 || i == length - 1 || text.charAt(i - 1) == ' ')) return false;
            if (c > ' ' && Character.isWhitespace(c)) return false;
        }
        return true;
    }

    private static int step(String text, int at, NormalText.Builder out) {
        int emoticon = Emoticons.endAt(text, at);
        if (emoticon > at) {
            for (int i = at; i < emoticon; i++) out.add(text.charAt(i), i, i + 1);
            return emoticon;
        }
        Entities.Entity entity = Entities.at(text, at);
        if (entity != null) {
            for (char c : entity.text().toCharArray()) put(c, '\0', at, entity.end(), out);
            return entity.end();
        }
        char next = at + 1 < text.length() ? CharFolding.fold(text.charAt(at + 1)) : 0;
        put(text.charAt(at), next, at, at + 1, out);
        return at + 1;
    }

    private static void put(char c, char next, int start, int end, NormalText.Builder out) {
        if (Character.isWhitespace(c) || c == '\u00a0') {
            blank(isLineEnd(c) ? '\n' : ' ', start, end, out);
        } else if (!isInvisible(c) && c != '\ufe0f') {
            out.add(CharFolding.inContext(CharFolding.fold(c), out.last(), next), start, end);
        }
    }

    private static void blank(char c, int start, int end, NormalText.Builder out) {
        char last = out.last();
        if (last == 0) return;
        if (NormalText.isBlank(last)) {
            out.widenLast(last == '\n' ? last : c, end);
        } else {
            out.add(c, start, end);
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    private static boolean isInvisible(char c) {
        return (c < ' ' && !Character.isWhitespace(c))
                || (c >= '\u007f' && c <= '\u009f')
                || c == '\u00ad'
                || (c >= '\u200b' && c <= '\u200f')
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u206f')
                || c == '\ufeff';
    }
}
