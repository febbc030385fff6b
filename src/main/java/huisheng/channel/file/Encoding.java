package huisheng.channel.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8, UTF-16 and the GB family apart. */
final class Encoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 16;

    private Encoding() {}

    /** Reads to the end: one GBK name after a million ASCII rows decides as well. */
    static Charset detect(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        boolean first = true;
        boolean end = false;
        while (!end) {
            int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
            end = read < bytes.remaining();
            bytes.limit(bytes.position() + read).position(0);
            if (first && isUtf16(bytes)) return StandardCharsets.UTF_16;
            first = false;
            chars.clear();
            if (decoder.decode(bytes, chars, end).isError()) return GB18030;
            bytes.compact();
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean isUtf16(ByteBuffer bytes) {
        if (bytes.limit() < 2) return false;
        int mark = (bytes.get(0) & 0xFF) << 8 | (bytes.get(1) & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE;
    }

    /** Decodes leniently and swallows a byte order mark. */
    static Reader reader(InputStream in, Charset charset) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(in, charset), BUFFER);
        reader.mark(1);
        if (reader.read() != '\uFEFF') reader.reset();
        return reader;
    }
}
