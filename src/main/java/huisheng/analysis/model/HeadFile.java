package huisheng.analysis.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A {@link HeadModel} on disk: its heads, its keys and a byte for each weight. */
final class HeadFile {
    private static final int MAGIC = 0x48534833;
    private static final int MAX_HEADS = 1024;

    private HeadFile() {}

    static HeadModel load(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16))) {
            if (in.readInt() != MAGIC) throw new IOException(file + " is no head model of this version");
            int count = in.readUnsignedShort();
            if (count > MAX_HEADS) throw new IOException(file + " is damaged");
            List<HeadModel.Head> heads = new ArrayList<>();
            for (int h = 0; h < count; h++) {
                heads.add(new HeadModel.Head(
                        in.readUTF(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()));
            }
            int[] keys = KeyFile.read(in);
            byte[] weights = new byte[keys.length * count];
            in.readFully(weights);
            return HeadModel.of(heads, keys, weights);
        }
    }

    static void save(HeadModel model, OutputStream stream) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(stream, 1 << 16);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
        out.writeInt(MAGIC);
        out.writeShort(model.heads().size());
        for (HeadModel.Head head : model.heads()) {
            out.writeUTF(head.name());
            out.writeFloat(head.scale());
            out.writeFloat(head.bias());
            out.writeFloat(head.slope());
            out.writeFloat(head.offset());
            out.writeFloat(head.threshold());
        }
        int[] keys = model.keys();
        KeyFile.write(keys, out);
        for (int k = 0; k < keys.length; k++) {
            for (int h = 0; h < model.heads().size(); h++) out.writeByte(model.root(k, h));
        }
        out.flush();
        zip.finish();
    }
}
